import "server-only";
import { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { readSetting, type Setting } from "@/server/settings";

export const clearanceChoices = ["no", "yes"] as const;
const Clearance = z.object({ asked: z.enum(clearanceChoices) });
export type Clearance = z.output<typeof Clearance>;

/**
 * The setting of the heads of division: true if a proposal needs national clearance before it is
 * submitted. False until they set it.
 */
export const clearance: Setting<Clearance> = { key: "clearance", schema: Clearance, fallback: { asked: "no" } };

/** True if national clearance is required before submission. */
export async function asksForClearance(db: Database | Transaction): Promise<boolean> {
  return (await readSetting(db, clearance)).value.asked === "yes";
}
