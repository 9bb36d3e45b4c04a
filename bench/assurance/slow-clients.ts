import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/**
 * The behaviour of one connection of an attacker: what it sends first, what it sends every second,
 * and whether it reads.
 */
export type Attack = {
  name: string;
  first: (headers: string) => string;
  /** Sent each second while the connection is open. */
  drip?: string;
  isReading?: boolean;
  /** True if it has a session. */
  isSignedIn?: boolean;
};

const get = (path: string, headers: string) => `GET ${path} HTTP/1.1\r\n${headers}\r\n`;
const post = (headers: string) =>
  `POST /sign-in HTTP/1.1\r\n${headers}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n`;

/**
 * @param file the address of a file of ten megabytes
 * @param script one of the site's own scripts
 */
export const attacksOn = ({ file, script }: { file: string; script: string }): Attack[] => [
  { name: "80 requests in one go, none read", first: (headers) => get("/api/v1/openapi.json", headers).repeat(80) },
  { name: "a file of 10 MB, not read", first: (headers) => get(file, headers), isSignedIn: true },
  { name: "a script, 40 times, not read", first: (headers) => get(script, headers).repeat(40) },
  { name: "the sign-in page, 20 times, not read", first: (headers) => get("/sign-in", headers).repeat(20) },
  { name: "the list, not read", first: (headers) => get("/activities", headers), isSignedIn: true },
  { name: "a form that drips", first: post, drip: "-", isReading: true },
  { name: "a head that drips", first: () => "GET / HTTP/1.1\r\nX-", drip: "x", isReading: true },
  { name: "connections that say nothing", first: () => "", isReading: true },
  {
    name: "connections to be upgraded",
    first: (headers) => get("/", `${headers}Connection: upgrade\r\nUpgrade: websocket\r\n`),
    isReading: true,
  },
];

/**
 * The result of an attack: the number of connections opened, and the longest time that one was
 * held, in seconds.
 */
export type Fate = { opened: number; longestS: number };

/**
 * Keeps this number of connections busy for this time; a closed connection is replaced.
 * @param headers Host and other headers of each request, each with its line end
 */
export async function attack(
  { first, drip, isReading = false }: Attack,
  { port, sockets, seconds, headers }: { port: number; sockets: number; seconds: number; headers: string },
): Promise<Fate> {
  const end = performance.now() + seconds * 1_000;
  const fate: Fate = { opened: 0, longestS: 0 };
  const one = async () => {
    while (performance.now() < end) {
      fate.opened += 1;
      const began = performance.now();
      await hold(await open(port, first(headers), isReading), end, drip);
      fate.longestS = Math.max(fate.longestS, (performance.now() - began) / 1_000);
      // A short delay, so that a refused client does not reconnect a thousand times.
      await delay(500);
    }
  };
  await Promise.all(Array.from({ length: sockets }, one));
  return fate;
}

function open(port: number, text: string, isReading: boolean): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => socket.write(text));
    socket.on("error", () => socket.destroy());
    if (isReading) socket.resume();
    // A client that does not read notices the end only when it writes: an empty line between
    // requests has no meaning.
    else speak(socket);
    resolve(socket);
  });
}

function speak(socket: Socket): void {
  const timer = setInterval(() => socket.writable && socket.write("\r\n"), 1_000);
  socket.once("close", () => clearInterval(timer));
}

/** Waits until the site closes the connection, or the attack is over. */
async function hold(socket: Socket, end: number, drip: string | undefined): Promise<void> {
  while (!socket.destroyed && performance.now() < end) {
    await delay(1_000);
    if (drip && socket.writable) socket.write(drip);
  }
  socket.destroy();
}
