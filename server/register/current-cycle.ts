import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { settings } from "@/db/schema/settings";

/** The row of `settings` that holds it. */
export const currentCycleKey = "current_cycle";

/** Codes of the work cycle that is being implemented, and of the one that is being prepared beside it. */
export const CurrentCycle = z.object({ current: z.string(), preparing: z.string().nullable() });
export type CurrentCycle = z.output<typeof CurrentCycle>;

/** Until a manager says otherwise. */
export const defaultCycle: CurrentCycle = { current: "CYCLE-2023", preparing: "CYCLE-2024" };

/** The setting as saved; until then the default, as version 0. */
export async function readCurrentCycle(db: Pick<Database, "select">): Promise<CurrentCycle & { version: number }> {
  const [row] = await db.select().from(settings).where(eq(settings.key, currentCycleKey));
  if (!row) return { ...defaultCycle, version: 0 };
  return { ...CurrentCycle.parse(row.value), version: row.version };
}
