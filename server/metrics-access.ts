import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/env";
import { requestNote } from "./request-note";

/**
 * May this request read the measures: it holds METRICS_TOKEN, or METRICS_OPEN lets programs on this machine in and it comes straight from
 * one. The machine's other users are not the site's: without that setting they need the token too.
 * @param authorization the header, such as "Bearer …"
 */
export function mayReadMetrics(authorization: string | null): boolean {
  const { METRICS_TOKEN, METRICS_OPEN } = env();
  if (authorization === null) return METRICS_OPEN && (requestNote()?.isLocal ?? false);
  return METRICS_TOKEN !== undefined && isSame(authorization, `Bearer ${METRICS_TOKEN}`);
}

/** Takes as long for a near miss as for a far one; hashes have one length. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [given, right].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
