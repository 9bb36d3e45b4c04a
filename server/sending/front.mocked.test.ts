import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  endRequestStore,
  newRequestStore,
  type RequestStore,
  requestStore,
  withRequestStore,
} from "../request/request-store";
import { controlAnswer } from "./control-answer";
import { standBefore } from "./front";

vi.mock("@/env", () => ({ env: () => ({ PORT: 3000, TRUSTED_PROXIES: [] }) }));

type Asked = { request: IncomingMessage; response: ServerResponse; store: RequestStore };

let server: Server;
let sockets: Socket[];
/** The requests passed to Next, in order. */
let asked: Asked[];
let answer: (asked: Asked) => void;
const dropped = vi.fn();
const arrived = vi.fn();

beforeEach(async () => {
  asked = [];
  sockets = [];
  answer = ({ response }) => void response.end("answered");
  dropped.mockReset();
  arrived.mockReset();
  server = createServer((request, response) => {
    const store = requestStore();
    if (!store) throw new Error("no store");
    const one = { request, response, store };
    asked.push(one);
    answer(one);
  });
  server.on("upgrade", () => undefined);
  standBefore(server, {
    isDevelopment: false,
    onArrival: arrived,
    begin: ({ request, response }, go, onGate) => {
      const store = newRequestStore(request, onGate);
      controlAnswer(response, store, () => endRequestStore(store));
      withRequestStore(store, go);
    },
    onDropped: dropped,
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  vi.useRealTimers();
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => void server.close(resolve));
});

const line = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`;

/** A connection that sends this text, and reads only when told to. */
function client(text: string): { socket: Socket; read: () => string } {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  sockets.push(socket);
  let all = "";
  socket.on("error", () => undefined);
  socket.write(text);
  return {
    socket,
    read: () => {
      all += socket.read()?.toString() ?? "";
      return all;
    },
  };
}

it("begins the requests of one connection one after the other, in order", async () => {
  const open: ServerResponse[] = [];
  answer = ({ response }) => void open.push(response);
  const { read } = client(line("/1") + line("/2") + line("/3"));
  await vi.waitFor(() => expect(open).toHaveLength(1));
  const other = client(line("/other"));
  await vi.waitFor(() => expect(asked.map(({ request }) => request.url)).toEqual(["/1", "/other"]));
  open[0]?.end("one");
  await vi.waitFor(() => expect(asked.map(({ request }) => request.url)).toEqual(["/1", "/other", "/2"]));
  open[2]?.end("two");
  await vi.waitFor(() => expect(open).toHaveLength(4));
  open[3]?.end("three");
  await vi.waitFor(() => expect(read()).toMatch(/one[\s\S]*two[\s\S]*three$/));
  other.socket.destroy();
});

it("drops the waiting requests of a connection that has ended", async () => {
  answer = () => undefined;
  const { socket } = client(line("/1") + line("/2") + line("/3"));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  socket.destroy();
  await vi.waitFor(() => expect(dropped).toHaveBeenCalledTimes(2));
  expect(asked).toHaveLength(1);
});

it("answers a static file however long it has waited for its turn", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const pages: ServerResponse[] = [];
  answer = ({ request, response }) => void (request.url === "/page" ? pages.push(response) : response.end("script"));
  for (let number = 0; number < 3; number += 1) client(line("/page"));
  await vi.waitFor(() => expect(pages).toHaveLength(3));
  const { read } = client(line("/_next/static/chunks/a.js"));
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(4));
  vi.advanceTimersByTime(5_000);
  pages[0]?.end("page");
  await vi.waitFor(() => expect(read()).toContain("script"));
});

it("treats a connection that asks for an upgrade as a plain request", async () => {
  const { read } = client(line("/", "Connection: upgrade\r\nUpgrade: websocket\r\n"));
  await vi.waitFor(() => expect(read()).toContain("200 OK"));
});

it("lets Next finish an answer however slowly it is read", async () => {
  const whole = "x".repeat(20_000_000);
  answer = ({ response }) => void response.end(whole);
  const { socket } = client(line("/", "Connection: close\r\n"));
  await vi.waitFor(() => expect(asked[0]?.store.isMade).toBe(true));
  let read = 0;
  socket.on("data", (part) => {
    read += part.length;
  });
  await vi.waitFor(() => expect(read).toBeGreaterThan(whole.length), { timeout: 20_000 });
  expect(read).toBeLessThan(whole.length + 1_000);
});

it("gives an answer the status set for it, and a redirect its own", async () => {
  answer = ({ response, store }) => {
    store.answerHead = { status: 429, headers: { "Retry-After": "60" } };
    response.writeHead(response.req.url === "/moved" ? 303 : 200, "OK", { "Content-Type": "text/x-component" });
    response.end("said");
  };
  const { read } = client(line("/form") + line("/moved"));
  await vi.waitFor(() =>
    expect(read()).toMatch(/^HTTP\/1\.1 429 Too Many Requests[\s\S]*said[\s\S]*HTTP\/1\.1 303[\s\S]*said/),
  );
  expect(read()).toMatch(/retry-after: 60/i);
  expect(read()).toMatch(/content-type: text\/x-component/i);
});

it("replaces a whole answer whose head has not been sent", async () => {
  answer = ({ response, store }) => {
    response.setHeader("Content-Encoding", "gzip");
    response.setHeader("Content-Security-Policy", "default-src 'none'");
    store.replacement = { status: 503, headers: { "Content-Type": "text/html" }, body: "ກັບມາໃໝ່" };
    response.statusCode = 500;
    response.write("half of an ");
    response.end("error page");
  };
  const { read } = client(line("/"));
  await vi.waitFor(() => expect(read()).toContain("ກັບມາໃໝ່"));
  expect(read()).toMatch(/^HTTP\/1\.1 503 /);
  expect(read()).toContain("Content-Security-Policy");
  expect(read()).toContain(`Content-Length: ${Buffer.byteLength("ກັບມາໃໝ່")}`);
  expect(read()).not.toMatch(/gzip|error page|half/);
});

it("leaves the headers of an answer in one piece as Node sets them", async () => {
  answer = ({ request, response }) => {
    if (request.url === "/none") response.statusCode = 204;
    response.end(request.url === "/none" ? undefined : "ສະບາຍດີ");
  };
  const { read } = client(line("/some") + line("/none") + line("/some").replace("GET", "HEAD"));
  await vi.waitFor(() => expect(read().match(/HTTP\/1\.1 20/g)).toHaveLength(3));
  const [some = "", none = "", head = ""] = read().split(/(?=HTTP\/1\.1)/);
  expect(some).toContain(`Content-Length: ${Buffer.byteLength("ສະບາຍດີ")}`);
  expect(none).not.toContain("Content-Length");
  expect(head).not.toContain("ສະບາຍດີ");
});

it("holds a page's data until it is complete, so that its status can be that of a failure", async () => {
  answer = ({ request, response, store }) => {
    response.writeHead(200, { "Content-Type": "text/x-component" });
    response.flushHeaders();
    response.write("0:begun ");
    if (request.url === "/fails") store.replacement = { status: 503, headers: { "Retry-After": "5" }, body: "not now" };
    if (request.url === "/long") response.write("x".repeat(1_100_000));
    response.end("1:done");
  };
  const { read } = client(line("/works", "RSC: 1\r\n") + line("/fails", "RSC: 1\r\n"));
  await vi.waitFor(() => expect(read()).toContain("not now"));
  const [works = "", fails = ""] = read().split(/(?=HTTP\/1\.1)/);
  expect(works).toMatch(/^HTTP\/1\.1 200 [\s\S]*text\/x-component[\s\S]*0:begun 1:done/);
  expect(fails).toMatch(/^HTTP\/1\.1 503 /);
  expect(fails).not.toContain("begun");
  const { read: readLong } = client(line("/long", "RSC: 1\r\nConnection: close\r\n"));
  await vi.waitFor(() => expect(readLong().includes("1:done")).toBe(true), { timeout: 20_000 });
});

it("takes over the status of a forwarded action, and tells its own to the request that forwarded it", async () => {
  answer = ({ request, response, store }) => {
    if (request.url === "/outer") response.setHeader("x-action-status", "403");
    else store.answerHead = { status: 403 };
    response.end("said");
  };
  const { read } = client(line("/outer") + line("/inner", "x-action-forwarded: 1\r\n"));
  await vi.waitFor(() => expect(read().match(/HTTP\/1\.1 403/g)).toHaveLength(2));
  const [outer = "", inner = ""] = read().split(/(?=HTTP\/1\.1)/);
  expect(outer).not.toMatch(/x-action-status/i);
  expect(inner).toMatch(/x-action-status: 403/i);
});

it("answers with the request's refusal if nothing else has answered", async () => {
  answer = ({ request, response, store }) => {
    store.refusal = "UNAVAILABLE";
    response.statusCode = request.url === "/fails" ? 500 : 200;
    response.write("0:begun ");
    response.end("1:failed");
  };
  const { read } = client(line("/fails") + line("/navigation", "RSC: 1\r\n") + line("/caught"));
  await vi.waitFor(() => expect(read().match(/HTTP\/1\.1 /g)).toHaveLength(3));
  const [fails = "", navigation = "", caught = ""] = read().split(/(?=HTTP\/1\.1)/);
  for (const one of [fails, navigation]) {
    expect(one).toMatch(/^HTTP\/1\.1 503 [\s\S]*Retry-After: 5[\s\S]*UNAVAILABLE/i);
    expect(one).not.toContain("begun");
  }
  expect(caught).toMatch(/^HTTP\/1\.1 200 [\s\S]*begun/);
});

it("shows the typed text if the action was refused and the page could not be shown either", async () => {
  answer = ({ response, store }) => {
    store.refusal = "UNAVAILABLE";
    store.answerHead = { status: 503 };
    store.typed = [{ name: "textLo", value: "ຂຽນໄປແລ້ວ" }];
    response.statusCode = 500;
    response.end("an error page");
  };
  const { read } = client(line("/"));
  await vi.waitFor(() => expect(read()).toMatch(/^HTTP\/1\.1 503 [\s\S]*ຂຽນໄປແລ້ວ/));
});

it("leaves an action called by a script its own answer, with the status of its refusal", async () => {
  answer = ({ response, store }) => {
    store.refusal = "STORAGE_FULL";
    response.statusCode = 500;
    response.end("0:refused");
  };
  const { read } = client(line("/", "next-action: 60ab\r\n"));
  await vi.waitFor(() => expect(read()).toMatch(/^HTTP\/1\.1 507 [\s\S]*0:refused/));
});
