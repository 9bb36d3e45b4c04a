import "server-only";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { periods } from "@/db/schema/periods";
import { type CycleDays, cycleOn } from "@/domain/cycles";
import { readSetting, type Setting } from "@/server/settings";

/** Codes of the work cycle that is being implemented, and of the one in preparation. */
const CurrentCycle = z.object({ current: z.string(), preparing: z.string().nullable() });
export type CurrentCycle = z.output<typeof CurrentCycle>;

/**
 * The heads' setting. As long as `current` is empty nobody has set a cycle, and the day decides.
 */
export const currentCycle: Setting<CurrentCycle> = {
  key: "current_cycle",
  schema: CurrentCycle,
  fallback: { current: "", preparing: null },
};

/**
 * The current cycle by one rule for every page and document: what the heads have set, otherwise the
 * cycle of the day.
 * @param today `YYYY-MM-DD`
 * @returns the codes, empty if there is no cycle; version 0 if nothing is set
 */
export async function readCurrentCycle(
  db: Pick<Database, "select">,
  today: string,
): Promise<CurrentCycle & { version: number }> {
  const { value, version } = await readSetting(db, currentCycle);
  if (version > 0) return { ...value, version };
  const cycles = await db
    .select({ code: periods.code, startsOn: periods.startsOn, endsOn: periods.endsOn })
    .from(periods)
    .where(eq(periods.kind, "work_cycle"))
    .orderBy(asc(periods.startsOn), asc(periods.id));
  const current: (CycleDays & { code: string }) | null = cycleOn(cycles, today);
  const next = cycles.find(({ startsOn }) => current !== null && startsOn > current.startsOn);
  return { current: current?.code ?? "", preparing: next?.code ?? null, version };
}
