import "server-only";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { mendRequestLine } from "../request/normalise-request";
import { callerOf } from "./callers";
import { Entrance } from "./entrance";
import { answerOverloaded } from "./overloaded";
import { beginInTurn } from "./pipeline";

/**
 * Node ends a request whose head has not arrived within this time, when it next checks (every 30
 * s).
 */
const headersTimeoutMs = 20_000;
/** The longest time for any request to arrive; slow ones are ended sooner (connections.ts). */
const requestTimeoutMs = 600_000;

/** For how long a static file counts as being fetched. */
const fileMs = 250;

/** A request for Next, which may also be answered without it. */
export type Arrived = {
  request: IncomingMessage;
  response: ServerResponse;
  /** When it arrived, by the clock of `performance`. */
  at: number;
};

export type Front = {
  /** True if the development server uses upgraded connections to its pages. */
  isDevelopment: boolean;
  onArrival: (arrived: Arrived) => void;
  /**
   * Begins the work on it.
   * @param answer passes it to Next
   * @param onGate to be called when it has reached the gate
   */
  begin: (arrived: Arrived, answer: () => void, onGate: () => void) => void;
  /** Called if its connection has ended before it was begun. */
  onDropped: (response: ServerResponse) => void;
};

const guarded = new WeakSet<Server>();

/**
 * Takes over the request handling of the HTTP server that Next does not expose: sets the limits of
 * its connections, and lets requests in by turns. To be called before the server's first request.
 */
export function standBefore(server: Server, front: Front): void {
  if (guarded.has(server)) return;
  guarded.add(server);
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  // Next would keep a connection that asks for an upgrade open for ever; without this listener it
  // is an ordinary request.
  if (!front.isDevelopment) server.removeAllListeners("upgrade");
  const listeners = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  const entrance = new Entrance();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const arrived = { request, response, at: performance.now() };
    mendRequestLine(request);
    front.onArrival(arrived);
    const passOn = () => {
      for (const listener of listeners) listener.call(server, request, response);
    };
    const begin = () => letIn(entrance, front, arrived, passOn);
    beginInTurn(request.socket, { response, begin }, front.onDropped);
  });
}

function letIn(entrance: Entrance, front: Front, arrived: Arrived, passOn: () => void): void {
  const { request, response } = arrived;
  // Static files do not pass the gate, and how fast they are read depends on the reader.
  const isOwnFile = request.url?.startsWith("/_next/static/");
  const leave = entrance.enter(
    callerOf(request),
    () => {
      // Set only now, so that a request that ends while it waits is removed from the queue.
      if (isOwnFile) setTimeout(() => leave(), fileMs).unref();
      front.begin(arrived, passOn, () => leave());
    },
    () =>
      front.begin(
        arrived,
        () => answerOverloaded(request, response),
        () => undefined,
      ),
  );
  response.once("close", leave);
}
