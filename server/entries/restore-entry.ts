import "server-only";
import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { snapshotOf } from "@/db/entry-versions";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { concepts } from "@/db/schema/concepts";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { type ConceptTexts, emptyConcept } from "@/domain/concept";
import { type AuditChange, changedFields } from "@/server/audit";
import type { Context } from "@/server/context";
import { recordVersion } from "./record-version";

/** The result of `snapshotOf` as JSON. */
type Snapshot = {
  entry: typeof planEntries.$inferSelect;
  activity: typeof activities.$inferSelect;
  /** Absent in snapshots from before concept notes existed. */
  concept?: typeof concepts.$inferSelect | null;
  outcomes: number[];
  parties: (typeof entryParties.$inferSelect)[];
  states: (typeof entryStates.$inferSelect)[];
};

/** Under which name it is restored, and when that takes effect (now, if not given). */
type Note = { change: string; effectiveAt?: Date };

/**
 * Restores an entry from the snapshot, as a new version.
 * @returns the audit row; null if nothing differs
 */
export async function restoreEntry(
  tx: Transaction,
  context: Context,
  { entryId, snapshot: stored }: { entryId: number; snapshot: unknown },
  note: Note,
): Promise<AuditChange | null> {
  const snapshot = stored as Snapshot;
  const before = (await snapshotOf(tx, entryId)) as Snapshot | null;
  if (!before) return null;
  const changed = changedFields(comparable(before), comparable(snapshot));
  if (!changed) return null;
  await tx
    .update(planEntries)
    .set({
      ...entryColumns(snapshot.entry),
      version: sql`${planEntries.version} + 1`,
      updatedAt: context.now,
      updatedBy: context.actor.userId,
    })
    .where(eq(planEntries.id, entryId));
  await restoreActivity(tx, context, before.activity.id, snapshot);
  await restoreConcept(tx, context, entryId, snapshot);
  await restoreParts(tx, context, entryId, snapshot);
  await recordVersion(tx, context, entryId, note);
  return { subject: "plan_entries", subjectId: entryId, ...changed };
}

/** The entry's own fields. The entry it was carried over from is a fact and is not restored. */
function entryColumns(entry: Snapshot["entry"]) {
  const { id, activityId, workPlanId, carriedFromId, version, createdAt, updatedAt, updatedBy, ...columns } = entry;
  return columns;
}

function activityColumns(activity: Snapshot["activity"]) {
  const { titleEn, titleLo, originalLocale, summaryEn, summaryLo, kind, searchText } = activity;
  return { titleEn, titleLo, originalLocale, summaryEn, summaryLo, kind, searchText };
}

const partyOf = ({ role, memberStateId, agencyId, partnerId }: Snapshot["parties"][number]) => ({
  role,
  memberStateId,
  agencyId,
  partnerId,
});

const shareOf = ({ memberStateId, role, status, note, lastReportedOn, focalPoint }: Snapshot["states"][number]) => ({
  memberStateId,
  role,
  status,
  note,
  lastReportedOn,
  focalPoint,
});

/** Texts of the concept note; none of them without a note. */
function conceptTexts(concept: Snapshot["concept"]): ConceptTexts {
  if (!concept) return emptyConcept;
  const { entryId, version, updatedAt, ...texts } = concept;
  return texts;
}

function comparable({ entry, activity, concept, outcomes, parties, states }: Snapshot): Record<string, unknown> {
  return {
    ...entryColumns(entry),
    ...conceptTexts(concept),
    ...activityColumns(activity),
    outcomes,
    parties: parties.map(partyOf),
    states: states.map(shareOf),
  };
}

async function restoreActivity(tx: Transaction, context: Context, activityId: number, snapshot: Snapshot) {
  await tx
    .update(activities)
    .set({
      ...activityColumns(snapshot.activity),
      version: sql`${activities.version} + 1`,
      updatedAt: context.now,
    })
    .where(eq(activities.id, activityId));
  await tx.delete(activityOutcomes).where(eq(activityOutcomes.activityId, activityId));
  if (snapshot.outcomes.length === 0) return;
  await tx.insert(activityOutcomes).values(snapshot.outcomes.map((outcomeId) => ({ activityId, outcomeId })));
}

async function restoreConcept(tx: Transaction, context: Context, entryId: number, { concept }: Snapshot) {
  if (!concept) {
    await tx.delete(concepts).where(eq(concepts.entryId, entryId));
    return;
  }
  const texts = conceptTexts(concept);
  const set = { ...texts, updatedAt: context.now, version: sql`${concepts.version} + 1` };
  await tx
    .insert(concepts)
    .values({ entryId, ...texts })
    .onConflictDoUpdate({ target: concepts.entryId, set });
}

async function restoreParts(tx: Transaction, context: Context, entryId: number, { parties, states }: Snapshot) {
  await tx.delete(entryParties).where(eq(entryParties.entryId, entryId));
  if (parties.length > 0) await tx.insert(entryParties).values(parties.map((row) => ({ entryId, ...partyOf(row) })));
  const ids = states.map((row) => row.memberStateId);
  await tx
    .delete(entryStates)
    .where(
      and(eq(entryStates.entryId, entryId), ids.length > 0 ? notInArray(entryStates.memberStateId, ids) : undefined),
    );
  for (const row of states) {
    const set = { ...shareOf(row), updatedAt: context.now, version: sql`${entryStates.version} + 1` };
    await tx
      .insert(entryStates)
      .values({ entryId, ...shareOf(row) })
      .onConflictDoUpdate({ target: [entryStates.entryId, entryStates.memberStateId], set });
  }
}
