import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "./client";
import { activities, activityOutcomes } from "./schema/activities";
import { concepts } from "./schema/concepts";
import { entryParties, entryPriorities, entryStates } from "./schema/entry-parts";
import { planEntries } from "./schema/plan-entries";
import { entryVersions } from "./schema/updates";

export type VersionNote = {
  /** The command's name, such as `entry.report`. */
  change: string;
  /** When it takes effect: a decision on the meeting's last day, an update on its day, otherwise now. */
  effectiveAt?: Date;
  decisionId?: number;
  updateId?: number;
  isRemoval?: boolean;
  recordedAt: Date;
  recordedBy: number | null;
  recordedByName: string;
};

/** Noon in Vientiane on that day: a moment that is the same calendar day for every reader of the register. */
export function effectiveAt(day: string): Date {
  return new Date(`${day}T05:00:00Z`);
}

/** The whole entry as it stands: own columns, the activity's titles, concept paper, outcomes, parties, priorities, member states. */
export async function snapshotOf(tx: Transaction, entryId: number): Promise<Record<string, unknown> | null> {
  const [entry] = await tx.select().from(planEntries).where(eq(planEntries.id, entryId));
  if (!entry) return null;
  const [activity] = await tx.select().from(activities).where(eq(activities.id, entry.activityId));
  const outcomes = await tx
    .select({ outcomeId: activityOutcomes.outcomeId })
    .from(activityOutcomes)
    .where(eq(activityOutcomes.activityId, entry.activityId))
    .orderBy(asc(activityOutcomes.outcomeId));
  const parties = await tx
    .select()
    .from(entryParties)
    .where(eq(entryParties.entryId, entryId))
    .orderBy(entryParties.id);
  const states = await tx.select().from(entryStates).where(eq(entryStates.entryId, entryId)).orderBy(entryStates.id);
  const priorities = await tx
    .select()
    .from(entryPriorities)
    .where(eq(entryPriorities.entryId, entryId))
    .orderBy(entryPriorities.id);
  const [concept = null] = await tx.select().from(concepts).where(eq(concepts.entryId, entryId));
  return { entry, activity, concept, outcomes: outcomes.map((row) => row.outcomeId), parties, states, priorities };
}

/**
 * Writes the entry's new version and closes the one before it; in the transaction of the change, after the change. A change that
 * takes effect before the open version began closes it at its own beginning: the order of writing stays in `recorded_at`.
 */
export async function appendEntryVersion(tx: Transaction, entryId: number, note: VersionNote): Promise<void> {
  const snapshot = await snapshotOf(tx, entryId);
  if (!snapshot) return;
  const { effectiveAt: effect, isRemoval = false, ...rest } = note;
  const validFrom = effect ?? note.recordedAt;
  const previous = await tx
    .update(entryVersions)
    .set({ validTo: sql`greatest(${entryVersions.validFrom}, ${validFrom.toISOString()}::timestamptz)` })
    .where(and(eq(entryVersions.entryId, entryId), isNull(entryVersions.validTo)))
    .returning({ version: entryVersions.version });
  await tx.insert(entryVersions).values({
    ...rest,
    entryId,
    snapshot,
    isRemoval,
    version: (previous[0]?.version ?? 0) + 1,
    validFrom,
    validTo: isRemoval ? validFrom : null,
  });
}
