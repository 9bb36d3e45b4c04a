import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import type { Standing } from "@/domain/closing";
import type { Stage } from "@/domain/lifecycle";

/**
 * Entries that a later meeting has moved already: where the first of these found them. What an earlier meeting said of them, and is written
 * down only now, is reckoned on that and moves their history, not where they stand today.
 * @param lastOn the earlier meeting's last day; while it is not known nothing is later
 */
export async function readOvertaken(
  db: Database | Transaction,
  entryIds: readonly number[],
  lastOn: string | null,
): Promise<Map<number, Stage | null>> {
  if (lastOn === null || entryIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([decisions.entryId], { entryId: decisions.entryId, stage: decisions.stageFrom })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(
      and(
        inArray(decisions.entryId, [...entryIds]),
        ...[isNotNull(decisions.appliedAt), isNotNull(decisions.stageTo)],
        gt(meetings.lastOn, lastOn),
      ),
    )
    .orderBy(asc(decisions.entryId), asc(meetings.lastOn), asc(decisions.id));
  return new Map(rows.map(({ entryId, stage }) => [entryId, stage]));
}

/** Where the entry stood at that meeting: today's standing, unless a later one has moved it since. */
export function standingAt(now: Standing, overtaken: ReadonlyMap<number, Stage | null>, entryId: number): Standing {
  const stage = overtaken.get(entryId);
  return stage === undefined ? now : { ...now, stage, status: stage === "approved" ? now.status : null };
}

/** On whose decision no other stands, by the order of the meetings: only that one can be put right. Of decisions joined to `meetings`. */
export const isLatestDecision = sql<boolean>`${decisions.appliedAt} is not null and not exists (
  select 1 from decisions later
  join meetings later_held on later_held.id = later.meeting_id
  where later.entry_id = ${decisions.entryId} and later.applied_at is not null
    and (later_held.last_on, later.id) > (${meetings.lastOn}, ${decisions.id})
)`;
