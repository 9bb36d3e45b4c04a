import "server-only";
import type { IncomingMessage } from "node:http";

/**
 * Changes request lines that Next cannot handle into ones that the gate (proxy.ts) refuses, before
 * Next sees them:
 * - `TRACE`: the platform's Request throws on it, which Next answers with 500. It becomes
 *   `OPTIONS`, which gets 405.
 * - an absolute address, `GET http://other/path`: Next would redirect to it. Its host takes
 *   precedence (RFC 9112, 3.2.2) and is checked.
 * - anything else, also `*`, which refers to the server as a whole: it gets no host, and is refused
 *   for that.
 * @param request changed in place
 */
export function mendRequestLine(request: Pick<IncomingMessage, "method" | "url" | "headers">): void {
  if (request.method === "TRACE") request.method = "OPTIONS";
  const { url = "/" } = request;
  if (url.startsWith("/")) return;
  const address = URL.canParse(url) ? new URL(url) : null;
  request.headers.host = address?.host ?? "";
  request.url = address ? address.pathname + address.search : "/";
}
