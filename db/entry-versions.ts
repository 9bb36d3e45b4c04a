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
 * Writers of versions take it shared; an exclusive holder knows that all versions with a lower
 * number are committed (past/ensure-past.ts).
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

/** Noon in Vientiane on that day, which is the same calendar day for every user of the register. */
export function effectiveAt(day: string): Date {
  return new Date(`${day}T05:00:00Z`);
}

/**
 * The whole present entry: own columns, the activity's titles, concept note, outcomes, parties,
 * priorities, member states.
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
 * Writes the entry's new version and closes the previous one, in the transaction of the change and
 * after the change. If versions with a later time of effect exist already, the change is merged
 * into them (`inEffect`); the order of recording remains visible in `id`.
 * @returns the version's id; null if there is no such entry
 */
export async function appendEntryVersion(tx: Transaction, entryId: number, note: VersionNote): Promise<number | null> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${versionsLock})`);
  const snapshot = await snapshotOf(tx, entryId);
  if (!snapshot) return null;
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
  const [made] = await tx
    .insert(entryVersions)
    .values({
      ...rest,
      entryId,
      snapshot,
      isRemoval,
      validFrom,
      validTo: isRemoval ? validFrom : null,
      version: (last?.version ?? 0) + 1,
    })
    .returning({ id: entryVersions.id });
  if (isLate.length > 0 || (last && (await isWorkedInto(tx, entryId)))) await workIn(tx, entryId);
  return made?.id ?? null;
}

/**
 * For a proposal that is recorded after the meeting that decided on it. It existed when the meeting
 * was held, so its versions up to its submission take effect with that meeting at the latest. A
 * submission that was recorded after a decision of a later meeting is a new one and is not moved.
 * Call this before the version of the decision is appended.
 */
export async function beginBefore(
  tx: Transaction,
  entryId: number,
  { effect, moves }: { effect: Date; moves: boolean },
): Promise<void> {
  // A decision without a move may precede the same meeting's decision to return the entry.
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

/**
 * True if some version's effective content differs from its recorded one; later versions then build
 * on it.
 */
async function isWorkedInto(tx: Transaction, entryId: number): Promise<boolean> {
  return (
    (await tx.$count(entryVersions, and(eq(entryVersions.entryId, entryId), isNotNull(entryVersions.effective)))) > 0
  );
}

/** Recomputes the effective content and the end of every version of the entry. */
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
 * Decisions of correction chains that in the end move nothing: the last moving one is `restored`,
 * those before it `wrong`. The chain that begins with the history's first decision is excluded.
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
