import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { env } from "@/env";
import { endRequestStore, newRequestStore, type RequestStore, withRequestStore } from "../request/request-store";
import { builtRoutes, routeNamer } from "../request/route-names";
import { transportSecurity } from "../request/security-headers";
import { followRequest } from "../sending/connections";
import { controlAnswer } from "../sending/control-answer";
import { watchFile } from "../sending/file-watch";
import { type Arrived, type Front, standBefore } from "../sending/front";
import { countUnread } from "../sending/unread";
import { log } from "./log";
import { countBegun, countServed } from "./metrics";

type Begun = { response: ServerResponse; method: string; route: string; at: number; store: RequestStore };

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __isEnding?: boolean };

/**
 * True if this process has been asked to end. A load balancer should then use the other processes.
 */
export function isEnding(): boolean {
  return shared.__isEnding ?? false;
}

/**
 * Follows every request. Next does not expose its server object, but Node's diagnostics channel
 * reports the first connection; from then on each request passes here (server/sending/front.ts).
 * Each gets one log line and is counted in the metrics, and all are finished before the end.
 * @returns `drain`: keeps answering for `graceMs`, closing each connection after its answer; then
 *   refuses connections and resolves when the last request has ended
 */
export function watchTraffic(): { drain: (graceMs: number) => Promise<void> } {
  const open = new Set<ServerResponse>();
  const nameOf = routeNamer(builtRoutes());
  let server: Server | undefined;
  let onEmpty: () => void = () => undefined;
  const onEnd = (response: ServerResponse) => {
    open.delete(response);
    if (open.size === 0) onEmpty();
  };
  const front: Front = {
    isDevelopment: env().NODE_ENV === "development",
    onArrival: ({ response }) => void open.add(response),
    begin: (arrived, answer, onGate) =>
      begin(arrived, { route: nameOf(arrived.request.url ?? "/"), answer, onGate, onEnd }),
    onDropped: onEnd,
  };
  subscribe("net.server.socket", (message) => {
    const { server: source } = (message as { socket: { server?: Server } }).socket;
    if (!source) return;
    server = source;
    standBefore(source, front);
  });
  return {
    drain: async (graceMs) => {
      shared.__isEnding = true;
      log().info({ event: "ending", requests: open.size });
      await delay(graceMs);
      server?.close();
      if (open.size > 0) {
        await new Promise<void>((resolve) => {
          onEmpty = resolve;
        });
      }
    },
  };
}

type Beginning = {
  route: string;
  answer: () => void;
  onGate: () => void;
  onEnd: (response: ServerResponse) => void;
};

function begin({ request, response, at }: Arrived, { route, answer, onGate, onEnd }: Beginning): void {
  if (isEnding()) response.setHeader("Connection", "close");
  const store = newRequestStore(request, onGate);
  const isFile = route === "static";
  let read: () => void = () => undefined;
  const onMade = () => {
    endRequestStore(store);
    read = countUnread(store);
  };
  const outgoing = isFile ? watchFile(response) : controlAnswer(response, store, onMade);
  const endFollowing = followRequest({ request, outgoing, store });
  // The headers of static files are fixed at build time; this one depends on the address under
  // which the site runs.
  if (isFile) response.setHeaders(new Headers(transportSecurity()));
  countBegun(route);
  response.once("close", () => {
    endFollowing();
    read();
    endRequestStore(store);
    report({ response, method: request.method ?? "GET", route, at, store });
    onEnd(response);
  });
  withRequestStore(store, answer);
}

/**
 * Logs a request without its address, which may contain a secret or a search, and without its
 * headers; route, id and person suffice.
 */
function report({ response, method, route, at, store }: Begun): void {
  const milliseconds = performance.now() - at;
  const status = response.statusCode;
  countServed({ route, method, status, seconds: milliseconds / 1000 });
  if (route === "static") return;
  const line = {
    event: "request",
    requestId: String(response.getHeader("x-request-id") ?? "none"),
    method,
    route,
    status,
    ms: Math.round(milliseconds * 10) / 10,
    actorId: store.actorId,
    // The reader disconnected before the end.
    isBroken: response.writableFinished ? undefined : true,
  };
  const isWatching = /^\/(api\/health(\/ready)?|metrics)$/.test(route);
  if (isWatching) log().debug(line);
  else log().info(line);
}
