import "server-only";
import { asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { meetings } from "@/db/schema/meetings";
import { milestoneMoves, milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import { type DeadlineState, stateOf } from "@/domain/deadlines";
import { offState } from "@/domain/meeting-state";
import type { Actor } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";

const columns = {
  id: milestones.id,
  titleEn: milestones.titleEn,
  titleLo: milestones.titleLo,
  anchor: milestones.anchor,
  offsetDays: milestones.offsetDays,
  fixedOn: milestones.fixedOn,
  dueOn: milestones.dueOn,
  doneOn: milestones.doneOn,
  version: milestones.version,
  isSample: sql<boolean>`${milestones.isSample} or coalesce(${activities.isSample}, false)`,
  isConfidential: sql<boolean>`coalesce(${planEntries.isConfidential}, false)`,
  entryId: milestones.entryId,
  code: activities.code,
  entryEn: activities.titleEn,
  entryLo: activities.titleLo,
  meetingId: milestones.meetingId,
  meetingCode: meetings.code,
  meetingEn: meetings.titleEn,
  meetingLo: meetings.titleLo,
  meetingState: meetings.state,
  /** The total number that match. */
  total: sql<number>`count(*) over ()::int`,
  moves: sql<number>`(select count(*)::int from ${milestoneMoves} where ${milestoneMoves.deadlineId} = ${milestones.id})`,
};

/**
 * Condition for the deadlines that the actor may see: those of meetings for everyone, those of
 * entries with the entry.
 */
export function visibleDeadlines(db: Database, actor: Actor): SQL | undefined {
  const seen = visibleEntries(db, actor);
  return seen && or(isNull(milestones.entryId), seen);
}

/** The deadlines that match and that the actor may see, soonest first, those without a day last. */
export async function readOwnDeadlines(
  { db, actor, today, limit }: { db: Database; actor: Actor; today: string; limit: number },
  which: SQL | undefined,
) {
  const rows = await db
    .select(columns)
    .from(milestones)
    .leftJoin(planEntries, eq(planEntries.id, milestones.entryId))
    .leftJoin(activities, eq(activities.id, planEntries.activityId))
    .leftJoin(meetings, eq(meetings.id, milestones.meetingId))
    .where(sql.join([which ?? sql`true`, visibleDeadlines(db, actor) ?? sql`true`], sql` and `))
    .orderBy(sql`${milestones.dueOn} nulls last`, asc(milestones.id))
    .limit(limit);
  return rows.map(({ meetingState, ...row }) => {
    const meetingOff = row.anchor === "meeting" ? offState(meetingState) : null;
    const state: DeadlineState = stateOf({ ...row, isOff: meetingOff !== null }, today);
    return { ...row, meetingOff, state };
  });
}

export type OwnDeadlineLine = Awaited<ReturnType<typeof readOwnDeadlines>>[number];
