import "server-only";
import type { ErrorCode } from "@/domain/errors";
import type { KeptField } from "../request/ended-session";
import { isOwnHost } from "../request/origins";
import { isRouterState } from "./router-state";

/** Why a request is refused before its content is looked at. */
export type Malformed = {
  status: number;
  code: ErrorCode;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  /** What was typed into a form that cannot be saved. */
  kept?: readonly KeptField[];
};

/** Headers that Next's own servers send to each other; from outside they are an attack. */
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
 * The problem of a request's headers: some that no browser, program or documented proxy sends, and
 * that would make Next fail or mislead it.
 * @param routerState `next-router-state-tree`, which Next hides from its proxy
 */
export function malformedHead(headers: Headers, routerState: string | undefined): Malformed | null {
  if (betweenServers.some((name) => headers.has(name))) return malformed;
  const forwardedHost = headers.get("x-forwarded-host");
  // Next compares a form's Origin with this header.
  if (forwardedHost !== null && !isOwnHost(forwardedHost)) return { status: 400, code: "UNKNOWN_HOST" };
  return routerState !== undefined && !isRouterState(routerState) ? malformed : null;
}
