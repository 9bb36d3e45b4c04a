import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { concepts } from "@/db/schema/concepts";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { conceptFields } from "@/domain/concept";
import { foldText } from "@/domain/lao-text";
import { stateId } from "./testing";

/** The ADGSOM-ATRC plan of a year in the reference data. */
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

export type EntryWish = Partial<typeof planEntries.$inferInsert> & {
  year?: number;
  titleEn?: string | null;
  titleLo?: string | null;
  proponent?: string;
  participants?: readonly string[];
  /**
   * True if everything is there that submission requires. Drafts have it unless a test says
   * otherwise.
   */
  isWhole?: boolean;
};

let made = 0;

/**
 * Writes an activity with one entry directly to the database.
 * @returns the entry's id
 */
export async function addEntry(db: Database, wish: EntryWish = {}): Promise<number> {
  made += 1;
  // The same width for each: codes and titles are sorted as texts, and several test files share
  // this counter.
  const place = String(made).padStart(5, "0");
  const {
    year = 2023,
    titleEn = `Test activity ${place}`,
    titleLo = null,
    proponent,
    participants = [],
    isWhole = (wish.stage ?? "draft") === "draft",
    ...entry
  } = wish;
  const code = `T${place}`;
  const [activity] = await db
    .insert(activities)
    .values({
      code,
      titleEn,
      titleLo,
      originalLocale: titleEn === null ? "lo" : "en",
      searchText: foldText([code, titleEn, titleLo].filter(Boolean).join(" ")),
    })
    .returning({ id: activities.id });
  const [row] = await db
    .insert(planEntries)
    .values({ stage: "draft", ...entry, activityId: activity?.id ?? 0, workPlanId: await planOf(db, year) })
    .returning({ id: planEntries.id });
  const entryId = row?.id ?? 0;
  if (isWhole) await completeDraft(db, entryId);
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

/**
 * Gives a draft what submission requires, except its proponent: a Desired Outcome and a concept
 * note.
 */
export async function completeDraft(db: Database, entryId: number): Promise<void> {
  const [entry] = await db.select().from(planEntries).where(eq(planEntries.id, entryId));
  const [outcome] = await db.select({ id: outcomes.id }).from(outcomes).orderBy(outcomes.id).limit(1);
  if (!entry || !outcome) throw new Error(`no entry ${entryId}`);
  await db
    .insert(activityOutcomes)
    .values({ activityId: entry.activityId, outcomeId: outcome.id })
    .onConflictDoNothing();
  const texts = Object.fromEntries(conceptFields.map((field) => [field, `Test of ${field}`]));
  await db.insert(concepts).values({ entryId, ...texts });
}

/** An approved, ongoing entry of this proponent. */
export function addOngoing(db: Database, wish: EntryWish = {}): Promise<number> {
  return addEntry(db, { stage: "approved", status: "ongoing", schedule: "on_track", progress: 40, ...wish });
}
