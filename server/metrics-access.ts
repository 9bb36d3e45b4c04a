import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/env";
import { requestNote } from "./request-note";

/**
 * May this request read the measures: it holds METRICS_TOKEN, or comes straight from a program on this machine.
 * @param authorization the header, such as "Bearer …"
 */
export function mayReadMetrics(authorization: string | null): boolean {
  if (authorization === null) return requestNote()?.isLocal ?? false;
  const { METRICS_TOKEN } = env();
  return METRICS_TOKEN !== undefined && isSame(authorization, `Bearer ${METRICS_TOKEN}`);
}

/** Takes as long for a near miss as for a far one; hashes have one length. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [given, right].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
