import "server-only";
import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { chainsOf, type Link } from "@/domain/decision-chains";
import { inEffect, type Snapshot } from "@/domain/history";
import type { Transaction } from "./client";
import { activities, activityOutcomes } from "./schema/activities";
import { concepts } from "./schema/concepts";
import { entryParties, entryPriorities, entryStates } from "./schema/entry-parts";
import { decisions } from "./schema/meetings";
import { planEntries } from "./schema/plan-entries";
import { entryVersions } from "./schema/updates";

/**
 * Held shared by whoever writes versions: who holds it alone knows that all with a lower number are
 * there (past/ensure-past.ts).
 */
export const versionsLock = 4_101_969;

export type VersionNote = {
  /** The command's name, such as `entry.report`. */
  change: string;
  /**
   * When it takes effect: a decision on the meeting's last day, an update on its day, otherwise
   * now.
   */
  effectiveAt?: Date;
  decisionId?: number;
  updateId?: number;
  isRemoval?: boolean;
  recordedAt: Date;
  recordedBy: number | null;
  recordedByName: string;
};

/**
 * Noon in Vientiane on that day: a moment that is the same calendar day for every reader of the
 * register.
 */
export function effectiveAt(day: string): Date {
  return new Date(`${day}T05:00:00Z`);
}

/**
 * The whole entry as it stands: own columns, the activity's titles, concept paper, outcomes,
 * parties, priorities, member states.
 */
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
 * Writes the entry's new version and closes the one before it; in the transaction of the change,
 * after the change. One that takes effect before others that are recorded already is worked into
 * what they say (`inEffect`): the order of recording stays in `id`.
 */
export async function appendEntryVersion(tx: Transaction, entryId: number, note: VersionNote): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${versionsLock})`);
  const snapshot = await snapshotOf(tx, entryId);
  if (!snapshot) return;
  const { effectiveAt: effect, isRemoval = false, ...rest } = note;
  const validFrom = effect ?? note.recordedAt;
  const [last] = await tx
    .select({ version: entryVersions.version, id: entryVersions.id })
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entryId))
    .orderBy(desc(entryVersions.id))
    .limit(1);
  const isLate = await tx
    .select({ id: entryVersions.id })
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, entryId), gt(entryVersions.validFrom, validFrom)))
    .limit(1);
  if (isLate.length === 0)
    await tx
      .update(entryVersions)
      .set({ validTo: validFrom })
      .where(and(eq(entryVersions.entryId, entryId), isNull(entryVersions.validTo)));
  await tx.insert(entryVersions).values({
    ...rest,
    entryId,
    snapshot,
    isRemoval,
    validFrom,
    validTo: isRemoval ? validFrom : null,
    version: (last?.version ?? 0) + 1,
  });
  if (isLate.length > 0 || (last && (await isWorkedInto(tx, entryId)))) await workIn(tx, entryId);
}

/**
 * A proposal that is written down after the meeting that decided on it was there when it met: what
 * was recorded of it up to its submission takes effect with that meeting at the latest; what was
 * submitted again after a decision of a later meeting is not meant. To be called before the
 * decision's own version.
 */
export async function beginBefore(
  tx: Transaction,
  entryId: number,
  { effect, moves }: { effect: Date; moves: boolean },
): Promise<void> {
  // A meeting that only noted it may have done so before it was returned and submitted again.
  const later = moves ? sql`>` : sql`>=`;
  const begun = and(
    ...[eq(entryVersions.entryId, entryId), gt(entryVersions.validFrom, effect)],
    sql`${entryVersions.id} <= (
      select max(v.id) from entry_versions v where v.entry_id = ${entryId} and v.change = 'entry.submit' and not exists (
        select 1 from entry_versions d
        where d.entry_id = v.entry_id and d.decision_id is not null and d.id < v.id and d.valid_from ${later} ${effect.toISOString()}
      )
    )`,
  );
  const moved = await tx
    .update(entryVersions)
    .set({ validFrom: effect })
    .where(begun)
    .returning({ id: entryVersions.id });
  if (moved.length > 0) await workIn(tx, entryId);
}

/** Does some version say otherwise than it was recorded? Then what follows stands on that. */
async function isWorkedInto(tx: Transaction, entryId: number): Promise<boolean> {
  return (
    (await tx.$count(entryVersions, and(eq(entryVersions.entryId, entryId), isNotNull(entryVersions.effective)))) > 0
  );
}

/** Brings every version of the entry to what is in effect from its moment on. */
async function workIn(tx: Transaction, entryId: number): Promise<void> {
  const rows = await tx
    .select({
      id: entryVersions.id,
      validFrom: entryVersions.validFrom,
      isRemoval: entryVersions.isRemoval,
      decision: {
        id: decisions.id,
        correctsId: decisions.correctsId,
        from: decisions.stageFrom,
        to: decisions.stageTo,
      },
      snapshot: entryVersions.snapshot,
    })
    .from(entryVersions)
    .leftJoin(decisions, eq(decisions.id, entryVersions.decisionId))
    .where(eq(entryVersions.entryId, entryId))
    .orderBy(asc(entryVersions.id));
  const undone = undoneOf(rows.map(({ decision }) => decision));
  const recorded = new Map(rows.map((row) => [row.id, row.snapshot as Snapshot]));
  const versions = rows.map((row) => ({
    ...row,
    validFrom: row.validFrom.getTime(),
    snapshot: row.snapshot as Snapshot,
    movedTo: row.decision?.to,
    undone: row.decision ? undone.get(row.decision.id) : undefined,
  }));
  for (const { id, validTo, snapshot } of inEffect(versions)) {
    const isAsRecorded = JSON.stringify(snapshot) === JSON.stringify(recorded.get(id));
    await tx
      .update(entryVersions)
      .set({ validTo: validTo === null ? null : new Date(validTo), effective: isAsRecorded ? null : snapshot })
      .where(eq(entryVersions.id, id));
  }
}

/**
 * Decisions that were put right so that nothing moved, with what put them right; one with which the
 * history begins is its ground.
 */
function undoneOf([first, ...rest]: readonly (Link | null)[]): ReadonlyMap<number, "wrong" | "restored"> {
  const links = [first, ...rest].filter((link) => link !== null && link !== undefined);
  const moving = new Set(links.filter(({ to }) => to !== null).map(({ id }) => id));
  const chains = chainsOf(links).filter(({ ids, to }) => to === null && ids[0] !== first?.id);
  return new Map(
    chains.flatMap(({ ids }) => {
      const [restored, ...wrong] = ids.filter((id) => moving.has(id)).reverse();
      return restored === undefined
        ? []
        : [[restored, "restored"] as const, ...wrong.map((id) => [id, "wrong"] as const)];
    }),
  );
}
