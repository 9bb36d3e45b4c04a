import "server-only";
import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { type Arrival, arrivedBytes, mayStillArrive, newArrival } from "./arrival";

/** A request that has not begun its head's end after so long is ended by Node, at its next look (every 30 s). */
const headersTimeoutMs = 20_000;
/** The longest that any request may take to arrive; slow ones are ended sooner. */
const requestTimeoutMs = 600_000;
/** Requests of one connection that wait for the one before them. */
const pipelinedLimit = 100;
/** Bytes that all bodies together may hold before they are whole. */
const arrivingLimit = 268_435_456;
const lookEveryMs = 1_000;

/** What is being sent on a connection (server/sending/sender.ts, file-watch.ts). */
export type Outgoing = { isStalled: () => boolean; abort: () => void; close: () => void };

type Sending = { outgoing: Outgoing; socket: Socket };
const arriving = new Set<Arrival>();
const sending = new Set<Sending>();
type Line = { unanswered: number; last: Promise<void> | undefined; closed: Promise<void> };
const lines = new WeakMap<Socket, Line>();
const known = new WeakSet<Server>();
let isLooking = false;

/**
 * Sets the limits of a server that Next keeps to itself.
 * @param isDevelopment the development server speaks with its pages by an upgraded connection
 */
export function limitServer(server: Server, isDevelopment: boolean): void {
  if (known.has(server)) return;
  known.add(server);
  // Next would hold a connection that asks to be upgraded open for ever; without it, it is a request.
  if (!isDevelopment) server.removeAllListeners("upgrade");
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
}

/** A request that is followed. */
export type Followed = {
  /** Resolves when the answers before it on the same connection are out; undefined where there are none. */
  turn: Promise<void> | undefined;
  /** To be called when its answer has ended, whole or broken off. */
  end: () => void;
};

/**
 * Follows one request from its head to the end of its answer, and ends the connection when it arrives or
 * is read too slowly, or asks for too much at once.
 */
export function followRequest({ request, outgoing }: { request: IncomingMessage; outgoing: Outgoing }): Followed {
  const { socket } = request;
  startLooking();
  const arrival = newArrival(request);
  if (arrival) arriving.add(arrival);
  const one = { outgoing, socket };
  sending.add(one);
  const { turn, leave } = lineUp(socket);
  return {
    turn,
    end: () => {
      outgoing.close();
      sending.delete(one);
      leave();
    },
  };
}

/** The answers of a connection go out one after the other; so are its requests worked on. */
function lineUp(socket: Socket): { turn: Promise<void> | undefined; leave: () => void } {
  const line = lines.get(socket) ?? newLine(socket);
  const before = line.last;
  let leave: () => void = () => undefined;
  line.last = new Promise((resolve) => {
    leave = () => {
      line.unanswered -= 1;
      resolve();
    };
  });
  line.unanswered += 1;
  if (line.unanswered > pipelinedLimit) socket.destroy();
  const turn = line.unanswered > 1 && before ? Promise.race([before, line.closed]) : undefined;
  return { turn, leave };
}

function newLine(socket: Socket): Line {
  // Node tells an answer that was never begun nothing of the end of its connection.
  const closed = new Promise<void>((resolve) => void socket.once("close", () => resolve()));
  const line: Line = { unanswered: 0, last: undefined, closed };
  lines.set(socket, line);
  return line;
}

function startLooking(): void {
  if (isLooking) return;
  isLooking = true;
  setInterval(look, lookEveryMs).unref();
}

function look(): void {
  let total = 0;
  for (const arrival of arriving) {
    const { complete, socket } = arrival.request;
    // An answer does not end it: a refused body may go on dripping behind it.
    if (complete || socket.destroyed) arriving.delete(arrival);
    else if (!mayStillArrive(arrival)) endArrival(arrival);
    else total += arrivedBytes(arrival);
  }
  if (total > arrivingLimit) endLargest(total);
  for (const one of sending) {
    if (one.outgoing.isStalled()) one.outgoing.abort();
    else if (one.socket.destroyed) one.outgoing.close();
    else continue;
    sending.delete(one);
  }
}

function endLargest(total: number): void {
  let left = total;
  for (const arrival of [...arriving].sort((a, b) => arrivedBytes(b) - arrivedBytes(a))) {
    if (left <= arrivingLimit) return;
    left -= arrivedBytes(arrival);
    endArrival(arrival);
  }
}

/** Says why where nothing has been answered yet, as Node does for late heads. */
function endArrival(arrival: Arrival): void {
  arriving.delete(arrival);
  const { socket } = arrival.request;
  if (socket.writable && socket.bytesWritten === 0)
    socket.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  socket.destroySoon();
}
