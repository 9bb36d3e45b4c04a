import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { foldText } from "@/domain/lao-text";
import { stateId } from "./testing";

/** The ADGSOM-ATRC plan of a year of the reference data. */
export async function planOf(db: Database, year: number): Promise<number> {
  const [plan] = await db
    .select({ id: workPlans.id })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(eq(periods.code, `CYCLE-${year}`))
    .orderBy(workPlans.id)
    .limit(1);
  if (!plan) throw new Error(`no plan of ${year}`);
  return plan.id;
}

type EntryWish = Partial<typeof planEntries.$inferInsert> & {
  year?: number;
  titleEn?: string | null;
  titleLo?: string | null;
  proponent?: string;
  participants?: readonly string[];
};

let made = 0;

/** Writes an activity with one entry straight into the database. @returns the entry's id */
export async function addEntry(db: Database, wish: EntryWish = {}): Promise<number> {
  made += 1;
  const {
    year = 2023,
    titleEn = `Test activity ${made}`,
    titleLo = null,
    proponent,
    participants = [],
    ...entry
  } = wish;
  const code = `T${made}`;
  const [activity] = await db
    .insert(activities)
    .values({
      ...{ code, titleEn, titleLo },
      originalLocale: titleEn === null ? "lo" : "en",
      searchText: foldText([code, titleEn, titleLo].filter(Boolean).join(" ")),
    })
    .returning({ id: activities.id });
  const [row] = await db
    .insert(planEntries)
    .values({ stage: "draft", ...entry, activityId: activity?.id ?? 0, workPlanId: await planOf(db, year) })
    .returning({ id: planEntries.id });
  const entryId = row?.id ?? 0;
  if (proponent) {
    const memberStateId = await stateId(db, proponent);
    await db.insert(entryParties).values({ entryId, role: "proponent", memberStateId });
    await db.insert(entryStates).values({ entryId, memberStateId, role: "lead" });
  }
  for (const code of participants) {
    const memberStateId = await stateId(db, code);
    await db.insert(entryParties).values({ entryId, role: "participant", memberStateId });
    await db.insert(entryStates).values({ entryId, memberStateId });
  }
  return entryId;
}

/** An approved entry at work, of this proponent. */
export function addOngoing(db: Database, wish: EntryWish = {}): Promise<number> {
  return addEntry(db, { stage: "approved", status: "ongoing", schedule: "on_track", progress: 40, ...wish });
}
