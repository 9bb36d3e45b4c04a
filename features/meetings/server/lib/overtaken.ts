import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import type { StageAndStatus } from "@/domain/closing";
import { chainsOf } from "@/domain/decision-chains";
import type { Stage } from "@/domain/lifecycle";

/**
 * Sorts applied decisions of an entry by their effect. Closing applies decisions in agenda order,
 * not in the order in which they were recorded, and each one adds a version. Decisions without a
 * version are older than those with one.
 */
const appliedNo = sql<number>`coalesce((
  select min(v.id) from entry_versions v where v.entry_id = ${decisions.entryId} and v.decision_id = ${decisions.id}
), 0)`;

/**
 * The entries that a later meeting has already moved, each with the stage in which the first such
 * decision found it. A decision of the earlier meeting that is recorded only now is computed from
 * that stage; it changes the entry's history, not its present stage. Decisions whose corrections
 * changed nothing do not count.
 * @param lastOn the earlier meeting's last day; while it is unknown no meeting is later
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
 * The stage and status of the entry at that meeting: the present ones, unless a later meeting has
 * moved the entry since.
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
 * True for the latest decision on an entry, by the days of the meetings and then by effect. Only
 * that one can be corrected. For queries that join `decisions` to `meetings`.
 */
export const isLatestDecision = sql<boolean>`${decisions.appliedAt} is not null and not exists (
  select 1 from decisions later
  join meetings later_held on later_held.id = later.meeting_id
  where later.entry_id = ${decisions.entryId} and later.applied_at is not null
    and (later_held.last_on, coalesce((
      select min(v.id) from entry_versions v where v.entry_id = later.entry_id and v.decision_id = later.id
    ), 0), later.id) > (${meetings.lastOn}, ${appliedNo}, ${decisions.id})
)`;
