import "server-only";
import { and, asc, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import type { entryStates } from "@/db/schema/entry-parts";
import type { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import { whyUpdateStands } from "@/domain/taking-back";
import type { Context } from "@/server/context";
import { isOfEntry, isStanding } from "@/server/register/standing-updates";
import { takingBack } from "@/server/register/taking-back";
import { readSetting } from "@/server/settings";

/**
 * True for updates on which others have acted: accepted in a round, reported for a meeting that is
 * over, on the agenda of one held since, or followed by a decision. The names are written out,
 * because inside a subquery an unqualified one would be that of its own table.
 */
export const isUsed: SQL<boolean> = sql<boolean>`(
  updates.round_id is not null
  or exists (select 1 from decisions d where d.entry_id = updates.entry_id and d.recorded_at > updates.recorded_at)
  or exists (select 1 from meetings m where m.id = updates.meeting_id and m.state = 'closed')
  or exists (
    select 1 from agenda_entries a
    join agenda_items i on i.id = a.item_id
    join meetings m on m.id = i.meeting_id
    where a.entry_id = updates.entry_id and m.state = 'closed'
      and m.last_on >= (updates.recorded_at at time zone 'Asia/Vientiane')::date
  )
)`;

export type Update = typeof updates.$inferSelect;
type Entry = typeof planEntries.$inferSelect;

/** The entry before an update was recorded, with the shares of the member states. */
type Former = { entry: Entry; states: readonly (typeof entryStates.$inferSelect)[] };

export type OwnUpdate = { update: Update; isUsed: boolean; validFrom: Date | null; former: Former | null };

/** An update that counts, with the entry's state before it. Null if there is none. */
export async function readOwnUpdate(db: Database | Transaction, updateId: number): Promise<OwnUpdate | null> {
  const [row] = await db
    .select({ update: updates, isUsed })
    .from(updates)
    .where(and(eq(updates.id, updateId), isStanding));
  if (!row) return null;
  const [made] = await db
    .select({ id: entryVersions.id, validFrom: entryVersions.validFrom })
    .from(entryVersions)
    .where(eq(entryVersions.updateId, updateId))
    .orderBy(asc(entryVersions.id))
    .limit(1);
  const [former] = await db
    .select({ snapshot: entryVersions.snapshot })
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, row.update.entryId), lt(entryVersions.id, made?.id ?? 0)))
    .orderBy(desc(entryVersions.id))
    .limit(1);
  return { ...row, validFrom: made?.validFrom ?? null, former: (former?.snapshot as Former | undefined) ?? null };
}

/** Why the actor may not correct or take back this update now; null if they may. */
export async function whyItStands(db: Database | Transaction, { actor, now }: Context, own: OwnUpdate) {
  const { value } = await readSetting(db, takingBack);
  const { authorId, recordedAt } = own.update;
  return whyUpdateStands({ authorId, recordedAt, isUsed: own.isUsed }, actor, { now, hours: value.hours });
}

/**
 * Refuses if the actor may not correct or take back this update now.
 * @throws AppError NOT_FOUND, UPDATE_NOT_OWN, UPDATE_USED or UPDATE_TIME_OVER
 */
export async function ownUpdate(tx: Transaction, context: Context, updateId: number): Promise<OwnUpdate> {
  const own = await readOwnUpdate(tx, updateId);
  if (!own) throw new AppError("NOT_FOUND");
  const reason = await whyItStands(tx, context, own);
  if (reason) throw new AppError(reason);
  return own;
}

const workFields = ["status", "schedule", "scheduleReason", "progress"] as const;

/** Status, schedule and progress. */
export const workOf = ({ status, schedule, scheduleReason, progress }: Pick<Entry, (typeof workFields)[number]>) => ({
  status,
  schedule,
  scheduleReason,
  progress,
});

/** True if the entry's status, schedule and progress are still those that the update gave. */
export const isStillSaid = (update: Update, entry: Entry): boolean =>
  update.memberStateId === null && workFields.every((field) => update[field] === entry[field]);

/** The day of the latest update that counts, with that of the state before the update. */
export async function lastReportedOf(tx: Transaction, { update, former }: OwnUpdate): Promise<string | null> {
  const [latest] = await tx
    .select({
      day: sql<
        string | null
      >`greatest(max(${updates.reportedOn}), ${former?.entry.lastReportedOn ?? null}::date)::text`,
    })
    .from(updates)
    .where(and(eq(updates.entryId, update.entryId), isOfEntry));
  return latest?.day ?? null;
}
