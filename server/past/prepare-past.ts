import "server-only";
import { database } from "@/db/client";
import { ensurePast, isPastReady, type PastDay } from "@/db/past/ensure-past";
import type { AppError } from "@/domain/errors";
import { log } from "../observability/log";
import { type PastDays, pastDays } from "./past-days";

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __pastDays?: PastDays };

/**
 * Makes the registers of past moments ready to be asked for a person, within what past days may
 * cost (server/past/past-days.ts).
 * @returns null when they are ready; otherwise the refusal, with the time after which to ask again
 * @throws what the database throws
 */
export function preparePast(personId: number, moments: readonly PastDay[]): Promise<AppError | null> {
  held.__pastDays ??= pastDays({
    isReady: (day) => isPastReady(database(), { day }),
    fill: (day) => ensurePast(database(), { day }),
    onFailure: (day, err) => log().error({ event: "past_failed", day, err }),
  });
  return held.__pastDays.prepare(
    personId,
    moments.map(({ day }) => day),
  );
}
