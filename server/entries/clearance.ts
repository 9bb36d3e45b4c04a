import "server-only";
import { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { readSetting, type Setting } from "@/server/settings";

export const clearanceChoices = ["no", "yes"] as const;
const Clearance = z.object({ asked: z.enum(clearanceChoices) });
export type Clearance = z.output<typeof Clearance>;

/**
 * The heads' setting: must a proposal be cleared at home before it is submitted? Not until they say
 * so.
 */
export const clearance: Setting<Clearance> = { key: "clearance", schema: Clearance, fallback: { asked: "no" } };

/** Is national clearance asked for before submission? */
export async function asksForClearance(db: Database | Transaction): Promise<boolean> {
  return (await readSetting(db, clearance)).value.asked === "yes";
}
