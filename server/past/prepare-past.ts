import "server-only";
import { database } from "@/db/client";
import { ensurePast, isPastReady, type PastDay } from "@/db/past/ensure-past";
import type { AppError } from "@/domain/errors";
import { log } from "../observability/log";
import { type PastDays, pastDays } from "./past-days";

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __pastDays?: PastDays };

/**
 * Prepares the registers of past moments for a person, within the limits
 * (server/past/past-days.ts).
 * @returns null if they are ready; otherwise the refusal, with the time after which to ask again
 * @throws any other error of the database
 */
export function preparePast(personId: number, moments: readonly PastDay[]): Promise<AppError | null> {
  shared.__pastDays ??= pastDays({
    isReady: (day) => isPastReady(database(), { day }),
    fill: (day) => ensurePast(database(), { day }),
    onFailure: (day, err) => log().error({ event: "past_failed", day, err }),
  });
  return shared.__pastDays.prepare(
    personId,
    moments.map(({ day }) => day),
  );
}
