import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { env } from "@/env";
import { log } from "./log";
import { countBegun, countServed } from "./metrics";
import { beginNote, endNote, type RequestNote } from "./request-note";
import { builtRoutes, routeNamer } from "./route-names";
import { transportSecurity } from "./security-headers";
import { followRequest, limitServer } from "./sending/connections";
import { controlAnswer } from "./sending/control-answer";
import { watchFile } from "./sending/file-watch";

type RequestStart = { request: IncomingMessage; response: ServerResponse; server: Server };
type Begun = { response: ServerResponse; method: string; route: string; at: number; note: RequestNote };

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __isEnding?: boolean };

/** Has this process been asked to end? Whoever spreads requests over several should ask the others. */
export function isEnding(): boolean {
  return held.__isEnding ?? false;
}

/**
 * Follows every request by Node's own channel, because Next keeps its server object to itself: one line of the log and one
 * measure for each, and a clean end of all.
 * @returns `drain`: keeps answering for `graceMs`, each answer ending its connection; then refuses connections and
 *   resolves when the last request has ended
 */
export function watchTraffic(): { drain: (graceMs: number) => Promise<void> } {
  const open = new Set<ServerResponse>();
  const nameOf = routeNamer(builtRoutes());
  let server: Server | undefined;
  let onEmpty: () => void = () => undefined;
  subscribe("net.server.socket", (message) => {
    const { server: source } = (message as { socket: { server?: Server } }).socket;
    if (source) limitServer(source, env().NODE_ENV === "development");
  });
  subscribe("http.server.request.start", (message) => {
    const { request, response, server: source } = message as RequestStart;
    server = source;
    open.add(response);
    if (isEnding()) response.setHeader("Connection", "close");
    const { method = "GET", url = "/" } = request;
    const note = beginNote(request);
    const begun = { response, method, route: nameOf(url), at: performance.now(), note };
    const outgoing =
      begun.route === "static" ? watchFile(response) : controlAnswer(response, note, () => endNote(note));
    const followed = followRequest({ request, outgoing });
    note.turn = followed.turn;
    // The headers of the site's own files are fixed when it is built; this one depends on the address under which it runs.
    if (begun.route === "static") response.setHeaders(new Headers(transportSecurity()));
    countBegun(begun.route);
    response.once("close", () => {
      open.delete(response);
      followed.end();
      endNote(note);
      report(begun);
      if (open.size === 0) onEmpty();
    });
  });
  return {
    drain: async (graceMs) => {
      held.__isEnding = true;
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

/** Never the address, which may hold a secret or a search, and never a header: route, number and person say enough. */
function report({ response, method, route, at, note }: Begun): void {
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
    actorId: note.actorId,
    // The reader went away before the end.
    isBroken: response.writableFinished ? undefined : true,
  };
  const isWatching = /^\/(api\/health(\/ready)?|metrics)$/.test(route);
  if (isWatching) log().debug(line);
  else log().info(line);
}
