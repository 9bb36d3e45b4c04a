import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import type { StageAndStatus } from "@/domain/closing";
import { chainsOf } from "@/domain/decision-chains";
import type { Stage } from "@/domain/lifecycle";

/**
 * The place of an applied decision among those of its entry: closing applies in the order of the
 * agenda, whatever was written down first, and each that is applied makes a version. One without a
 * version of its own was there before those that have one.
 */
const appliedNo = sql<number>`coalesce((
  select min(v.id) from entry_versions v where v.entry_id = ${decisions.entryId} and v.decision_id = ${decisions.id}
), 0)`;

/**
 * Entries that a later meeting has moved already: where the first of these found them. What an
 * earlier meeting said of them, and is written down only now, is reckoned on that and moves their
 * history, not where they stand today. A decision that was put right so that it moved nothing has
 * not moved them.
 * @param lastOn the earlier meeting's last day; while it is not known nothing is later
 */
export async function readOvertaken(
  db: Database | Transaction,
  entryIds: readonly number[],
  lastOn: string | null,
): Promise<Map<number, Stage | null>> {
  if (lastOn === null || entryIds.length === 0) return new Map();
  const rows = await db
    .select({
      entryId: decisions.entryId,
      id: decisions.id,
      correctsId: decisions.correctsId,
      from: decisions.stageFrom,
      to: decisions.stageTo,
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(and(inArray(decisions.entryId, [...entryIds]), isNotNull(decisions.appliedAt), gt(meetings.lastOn, lastOn)))
    .orderBy(asc(meetings.lastOn), appliedNo, asc(decisions.id));
  const overtaken = new Map<number, Stage | null>();
  for (const entryId of new Set(rows.map((row) => row.entryId))) {
    const first = chainsOf(rows.filter((row) => row.entryId === entryId)).find(({ to }) => to !== null);
    if (first) overtaken.set(entryId, first.from);
  }
  return overtaken;
}

/**
 * Where the entry stood at that meeting: today's current, unless a later one has moved it since.
 */
export function stageAndStatusAt(
  now: StageAndStatus,
  overtaken: ReadonlyMap<number, Stage | null>,
  entryId: number,
): StageAndStatus {
  const stage = overtaken.get(entryId);
  return stage === undefined ? now : { ...now, stage, status: stage === "approved" ? now.status : null };
}

/**
 * On whose decision no other stands, by the order of the meetings and then of their effect: only
 * that one can be put right. Of decisions joined to `meetings`.
 */
export const isLatestDecision = sql<boolean>`${decisions.appliedAt} is not null and not exists (
  select 1 from decisions later
  join meetings later_held on later_held.id = later.meeting_id
  where later.entry_id = ${decisions.entryId} and later.applied_at is not null
    and (later_held.last_on, coalesce((
      select min(v.id) from entry_versions v where v.entry_id = later.entry_id and v.decision_id = later.id
    ), 0), later.id) > (${meetings.lastOn}, ${appliedNo}, ${decisions.id})
)`;
