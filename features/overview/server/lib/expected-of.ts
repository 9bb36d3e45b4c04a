import "server-only";
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entryStates } from "@/db/schema/entry-parts";
import { agendaEntries, agendaItems, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Actor } from "@/domain/roles";
import { isToCome } from "@/server/register/coming-meetings";
import { referenceDates } from "@/server/register/reference-date";
import { lastWord, owesReport, waitingSince } from "@/server/register/shares";
import { signalConditions } from "@/server/register/signals";
import { ownedBy, visibleEntries } from "@/server/scope";

/** Of which member state, on which day. */
export type ExpectedScope = { db: Database; actor: Actor; today: string; stateId: number };

const reckoned = (today: string) => sql`${referenceDates(today)} r`;
const ofPeriod = sql`r.period_id = ${workPlans.periodId}`;

const line = {
  id: planEntries.id,
  code: activities.code,
  titleEn: activities.titleEn,
  titleLo: activities.titleLo,
  isSample: activities.isSample,
};

export type ExpectedLine = Awaited<ReturnType<typeof readSilentEntries>>[number];

/**
 * The state's own entries without an update for longer than the setting allows, the longest first;
 * each carries how many they are.
 */
export async function readSilentEntries(scope: ExpectedScope, limit: number) {
  return scope.db
    .select({ ...line, lastReportedOn: planEntries.lastReportedOn, total: sql<number>`count(*) over ()::int` })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(reckoned(scope.today), ofPeriod)
    .where(isOwnAndSilent(scope))
    .orderBy(sql`coalesce(${planEntries.lastReportedOn}, r.starts_on)`, asc(activities.code), asc(planEntries.id))
    .limit(limit);
}

function isOwnAndSilent({ db, actor, stateId }: ExpectedScope) {
  return and(
    visibleEntries(db, actor),
    ownedBy(db, stateId),
    // A closed plan takes no updates.
    ne(workPlans.state, "closed"),
    signalConditions.silent,
  );
}

/**
 * The plans in which these stand, for the way to the whole list: without them it would list closed
 * plans, too.
 */
export async function readSilentPlans(scope: ExpectedScope): Promise<number[]> {
  const rows = await scope.db
    .selectDistinct({ id: workPlans.id })
    .from(planEntries)
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(reckoned(scope.today), ofPeriod)
    .where(isOwnAndSilent(scope))
    .orderBy(desc(workPlans.id));
  return rows.map(({ id }) => id);
}

/**
 * The state's shares that it has not reported on for longer than that; where it leads, its updates
 * of the entry are its reports.
 */
export async function readOwedShares({ db, actor, today, stateId }: ExpectedScope, limit: number) {
  return db
    .select({ ...line, lastReportedOn: lastWord, total: sql<number>`count(*) over ()::int` })
    .from(planEntries)
    .innerJoin(entryStates, eq(entryStates.entryId, planEntries.id))
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(reckoned(today), ofPeriod)
    .where(and(visibleEntries(db, actor), ofState(stateId), owesReport))
    .orderBy(waitingSince, asc(activities.code), asc(planEntries.id))
    .limit(limit);
}

const ofState = (stateId: number) => and(eq(entryStates.memberStateId, stateId), ne(entryStates.role, "lead"));

/** How many such shares each plan has, the latest plan first: the way to the whole list. */
export async function countOwedShares({ db, actor, today, stateId }: ExpectedScope) {
  const { id, titleEn: en, titleLo: lo } = workPlans;
  return db
    .select({ id, en, lo, count: sql<number>`count(*)::int` })
    .from(planEntries)
    .innerJoin(entryStates, eq(entryStates.entryId, planEntries.id))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(reckoned(today), ofPeriod)
    .where(and(visibleEntries(db, actor), ofState(stateId), owesReport))
    .groupBy(workPlans.id)
    .orderBy(desc(workPlans.id));
}

export type ComingMeeting = Awaited<ReturnType<typeof readComingMeetings>>[number];

/**
 * Meetings that are not over, the soonest first, with how many of the state's own entries stand on
 * the agenda.
 */
export async function readComingMeetings({ db, actor, today, stateId }: ExpectedScope, limit: number) {
  const own = db
    .select({
      meetingId: agendaItems.meetingId,
      count: sql<number>`count(distinct ${planEntries.id})::int`.as("count"),
    })
    .from(agendaEntries)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaEntries.itemId))
    .innerJoin(planEntries, eq(planEntries.id, agendaEntries.entryId))
    .where(and(visibleEntries(db, actor), ownedBy(db, stateId)))
    .groupBy(agendaItems.meetingId)
    .as("own");
  const { id, code, titleEn, titleLo, firstOn, firstPrecision, lastOn, lastPrecision } = meetings;
  return db
    .select({
      id,
      code,
      titleEn,
      titleLo,
      firstOn,
      firstPrecision,
      lastOn,
      lastPrecision,
      onAgenda: sql<number>`coalesce(${own.count}, 0)`,
    })
    .from(meetings)
    .leftJoin(own, eq(own.meetingId, meetings.id))
    .where(isToCome(today))
    .orderBy(sql`${meetings.lastOn} asc nulls last`, asc(meetings.id))
    .limit(limit);
}
