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

/** A "yes" of the health check that is this old will do, in milliseconds. */
const yesStandsFor = 1_000;

/**
 * Lets those in who may read the measures: who holds METRICS_TOKEN, or, where METRICS_OPEN is set,
 * comes straight from a program on this machine. The machine's other users are not the site's:
 * without that setting they need the token too.
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
  // While the database is away, which is when they are asked for most, nobody is counted.
  if (await isDatabaseUp(yesStandsFor)) return passDoor("metrics", { context, target: presented }, open);
  return open();
}

function refuseWrong(presented: string): void {
  const { METRICS_TOKEN } = env();
  if (METRICS_TOKEN === undefined || !isSame(presented, `Bearer ${METRICS_TOKEN}`)) throw new AppError("NOT_FOUND");
}

/** Takes as long for a near miss as for a far one; hashes have one length. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [given, right].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
