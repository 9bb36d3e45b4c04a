import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { database } from "@/db/client";
import { AppError } from "@/domain/errors";
import { env } from "@/env";
import { passDoor } from "../auth/secret-door";
import { systemContext } from "../context";
import { clientAddress } from "../request/client-address";
import { requestStore } from "../request/request-store";
import { isDatabaseUp } from "./health";

/** How old a "yes" of the health check may be, in milliseconds. */
const yesStandsFor = 1_000;

/**
 * Admits callers who may read the metrics: those with METRICS_TOKEN, or, if METRICS_OPEN is set, a
 * program on this machine without a proxy in between. Other users of the machine are not users of
 * the site; without that setting they need the token too.
 * @throws AppError NOT_FOUND; TOO_MANY_ATTEMPTS after many wrong tokens from one address
 */
export async function openMetrics(headers: Headers): Promise<void> {
  const presented = headers.get("authorization");
  if (presented === null) {
    if (!env().METRICS_OPEN || !requestStore()?.isLocal) throw new AppError("NOT_FOUND");
    return;
  }
  const requestId = headers.get("x-request-id") ?? "none";
  const context = { ...systemContext(database(), "metrics"), requestId, address: clientAddress(headers) };
  const open = async () => refuseWrong(presented);
  // Metrics are needed most while the database is down; then tries are not counted.
  if (await isDatabaseUp(yesStandsFor)) return passDoor("metrics", { context, target: presented }, open);
  return open();
}

function refuseWrong(presented: string): void {
  const { METRICS_TOKEN } = env();
  if (METRICS_TOKEN === undefined || !isSame(presented, `Bearer ${METRICS_TOKEN}`)) throw new AppError("NOT_FOUND");
}

/** Compares in constant time; the hashes have the same length. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [given, right].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
