import "server-only";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { mendRequestLine } from "../request/normalise-request";
import { callerOf } from "./callers";
import { Entrance } from "./entrance";
import { answerOverloaded } from "./overloaded";
import { beginInTurn } from "./pipeline";

/**
 * A request whose head has not come so long after its connection is ended by Node, at its next look
 * (every 30 s).
 */
const headersTimeoutMs = 20_000;
/** The longest that any request may take to arrive; slow ones are ended sooner (connections.ts). */
const requestTimeoutMs = 600_000;

/** How long a file of the site's own counts as being fetched. */
const fileMs = 250;

/** One request that Next is to answer, or something in its place. */
export type Arrived = {
  request: IncomingMessage;
  response: ServerResponse;
  /** When it came, by the clock of `performance`. */
  at: number;
};

export type Front = {
  /** The development server speaks with its pages by an upgraded connection. */
  isDevelopment: boolean;
  onArrival: (arrived: Arrived) => void;
  /**
   * Begins the work on it.
   * @param answer hands it on
   * @param onGate to be called when it has reached the gate
   */
  begin: (arrived: Arrived, answer: () => void, onGate: () => void) => void;
  /** Its connection has ended before it was begun. */
  onDropped: (response: ServerResponse) => void;
};

const guarded = new WeakSet<Server>();

/**
 * Stands before Next in a server that it keeps to itself: sets the limits of its connections, and
 * lets requests in by turns. To be called before the server's first request.
 */
export function standBefore(server: Server, front: Front): void {
  if (guarded.has(server)) return;
  guarded.add(server);
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  // Next would hold a connection that asks to be upgraded open for ever; without it, it is a
  // request.
  if (!front.isDevelopment) server.removeAllListeners("upgrade");
  const listeners = server.listeners("request") as RequestListener[];
  server.removeAllListeners("request");
  const entrance = new Entrance();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const arrived = { request, response, at: performance.now() };
    mendRequestLine(request);
    front.onArrival(arrived);
    const handOn = () => {
      for (const listener of listeners) listener.call(server, request, response);
    };
    const begin = () => letIn(entrance, front, arrived, handOn);
    beginInTurn(request.socket, { response, begin }, front.onDropped);
  });
}

function letIn(entrance: Entrance, front: Front, arrived: Arrived, handOn: () => void): void {
  const { request, response } = arrived;
  // The site's own files do not pass the gate: how long they are read is their reader's affair.
  const isOwnFile = request.url?.startsWith("/_next/static/");
  const leave = entrance.enter(
    callerOf(request),
    () => {
      // Only from here on: a request that leaves while it waits is forgotten.
      if (isOwnFile) setTimeout(() => leave(), fileMs).unref();
      front.begin(arrived, handOn, () => leave());
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
