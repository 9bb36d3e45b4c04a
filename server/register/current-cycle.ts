import "server-only";
import { z } from "zod";
import type { Database } from "@/db/client";
import { readSetting, type Setting } from "@/server/settings";

/** Codes of the work cycle that is being implemented, and of the one in preparation. */
const CurrentCycle = z.object({ current: z.string(), preparing: z.string().nullable() });
export type CurrentCycle = z.output<typeof CurrentCycle>;

/**
 * The heads' setting; the default is the cycle of the first plan whose entries are completely
 * known.
 */
export const currentCycle: Setting<CurrentCycle> = {
  key: "current_cycle",
  schema: CurrentCycle,
  fallback: { current: "CYCLE-2023", preparing: "CYCLE-2024" },
};

/** The saved setting, or the default as version 0. */
export async function readCurrentCycle(db: Pick<Database, "select">): Promise<CurrentCycle & { version: number }> {
  const { value, version } = await readSetting(db, currentCycle);
  return { ...value, version };
}
