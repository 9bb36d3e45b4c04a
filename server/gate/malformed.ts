import "server-only";
import type { ErrorCode } from "@/domain/errors";
import { isOwnHost } from "../request/origins";
import { isRouterState } from "./router-state";

/** Why a request is refused before anybody looks at what it asks for. */
export type Malformed = {
  status: number;
  code: ErrorCode;
  headers?: Record<string, string>;
  params?: Record<string, string>;
};

/** By these Next's own servers speak to each other; from outside they are an attempt. */
const betweenServers = [
  "next-resume",
  "x-invoke-output",
  "x-invoke-path",
  "x-matched-path",
  "x-middleware-invoke",
  "x-middleware-prefetch",
  "x-middleware-subrequest",
  "x-now-route-matches",
  "x-prerender-revalidate",
];

const malformed: Malformed = { status: 400, code: "MALFORMED_REQUEST" };

/**
 * What is wrong with the head of a request, whatever it asks for: headers that no browser, program
 * or documented proxy sends, and on which Next would fail or be misled.
 * @param routerState `next-router-state-tree`, which Next hides from its proxy
 */
export function malformedHead(headers: Headers, routerState: string | undefined): Malformed | null {
  if (betweenServers.some((name) => headers.has(name))) return malformed;
  const forwardedHost = headers.get("x-forwarded-host");
  // Next compares a form's origin with it.
  if (forwardedHost !== null && !isOwnHost(forwardedHost)) return { status: 400, code: "UNKNOWN_HOST" };
  return routerState !== undefined && !isRouterState(routerState) ? malformed : null;
}
