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
import { waitingSinceReport } from "@/server/register/waiting";
import { ownedBy, visibleEntries } from "@/server/scope";

/** The member state, and the day on which its reports are expected. */
export type ExpectedScope = { db: Database; actor: Actor; today: string; stateId: number };

const withReferenceDate = (today: string) => sql`${referenceDates(today)} r`;
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
 * The state's own entries without an update for longer than the setting allows, the longest first.
 * Each row has the total number.
 */
export async function readSilentEntries(scope: ExpectedScope, limit: number) {
  return scope.db
    .select({ ...line, lastReportedOn: planEntries.lastReportedOn, total: sql<number>`count(*) over ()::int` })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(withReferenceDate(scope.today), ofPeriod)
    .where(isOwnAndSilent(scope))
    .orderBy(waitingSinceReport(planEntries.lastReportedOn), asc(activities.code), asc(planEntries.id))
    .limit(limit);
}

function isOwnAndSilent({ db, actor, stateId }: ExpectedScope) {
  return and(
    visibleEntries(db, actor),
    ownedBy(db, stateId),
    // A closed plan does not accept updates.
    ne(workPlans.state, "closed"),
    signalConditions.silent,
  );
}

/**
 * The plans of these entries, for the link to the complete list. Without them the list would
 * include closed plans.
 */
export async function readSilentPlans(scope: ExpectedScope): Promise<number[]> {
  const rows = await scope.db
    .selectDistinct({ id: workPlans.id })
    .from(planEntries)
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(withReferenceDate(scope.today), ofPeriod)
    .where(isOwnAndSilent(scope))
    .orderBy(desc(workPlans.id));
  return rows.map(({ id }) => id);
}

/**
 * The state's shares without a report for longer than the setting allows. If the state leads the
 * entry, its updates of the entry are its reports.
 */
export async function readOwedShares({ db, actor, today, stateId }: ExpectedScope, limit: number) {
  return db
    .select({ ...line, lastReportedOn: lastWord, total: sql<number>`count(*) over ()::int` })
    .from(planEntries)
    .innerJoin(entryStates, eq(entryStates.entryId, planEntries.id))
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(withReferenceDate(today), ofPeriod)
    .where(and(visibleEntries(db, actor), ofState(stateId), owesReport))
    .orderBy(waitingSince, asc(activities.code), asc(planEntries.id))
    .limit(limit);
}

const ofState = (stateId: number) => and(eq(entryStates.memberStateId, stateId), ne(entryStates.role, "lead"));

/**
 * The number of such shares in each plan, latest plan first, for the links to the complete lists.
 */
export async function countOwedShares({ db, actor, today, stateId }: ExpectedScope) {
  const { id, titleEn: en, titleLo: lo } = workPlans;
  return db
    .select({ id, en, lo, count: sql<number>`count(*)::int` })
    .from(planEntries)
    .innerJoin(entryStates, eq(entryStates.entryId, planEntries.id))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(withReferenceDate(today), ofPeriod)
    .where(and(visibleEntries(db, actor), ofState(stateId), owesReport))
    .groupBy(workPlans.id)
    .orderBy(desc(workPlans.id));
}

export type ComingMeeting = Awaited<ReturnType<typeof readComingMeetings>>[number];

/**
 * Meetings that are not over, soonest first, with the number of the state's own entries on the
 * agenda.
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
