import "server-only";
import { and, asc, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entryStates } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { isMemberOn } from "@/domain/member-states";
import { can } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { referenceDates } from "@/server/register/reference-date";
import { isShareOpen, lastWord, owesReport, waitingDays, waitingSince } from "@/server/register/shares";
import { visibleEntries } from "@/server/scope";

/**
 * The plan whose shares are read, the actor who reads them, and the day; `endsOn` is the last day
 * of the plan's period.
 */
export type ShareScope = {
  db: Database;
  actor: Actor;
  today: string;
  plan: { id: number; periodId: number; endsOn: string };
};

/** Filters: shares of one state, and only silent ones. */
export type ShareFilter = { stateId: number | null; isSilentOnly: boolean };

const withReferenceDate = ({ today }: ShareScope) => sql`${referenceDates(today)} r`;
const ofPeriod = ({ plan }: ShareScope) => sql`r.period_id = ${plan.periodId}`;
const visibleIn = ({ db, actor, plan }: ShareScope) =>
  and(eq(planEntries.workPlanId, plan.id), visibleEntries(db, actor));

export type StateFigures = Awaited<ReturnType<typeof readStateFigures>>[number];

/**
 * Each member state on the period's last day, and any other with a share, in protocol order: the
 * number of its shares in entries that the actor sees, how many of them the actor may read, and how
 * many of those were never reported on or are silent.
 */
export async function readStateFigures(scope: ShareScope) {
  const { db, actor, plan } = scope;
  const isOpen = isShareOpen(db, actor);
  const counted = db
    .select({
      stateId: entryStates.memberStateId,
      shares: sql<number>`count(*)::int`.as("shares"),
      open: sql<number>`(count(*) filter (where ${isOpen}))::int`.as("open"),
      never: sql<number>`(count(*) filter (where ${isOpen} and ${lastWord} is null))::int`.as("never"),
      silent: sql<number>`(count(*) filter (where ${isOpen} and ${owesReport}))::int`.as("silent"),
    })
    .from(planEntries)
    .innerJoin(entryStates, eq(entryStates.entryId, planEntries.id))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(withReferenceDate(scope), ofPeriod(scope))
    .where(visibleIn(scope))
    .groupBy(entryStates.memberStateId)
    .as("counted");
  const rows = await db
    .select({
      state: memberStates,
      shares: sql<number>`coalesce(${counted.shares}, 0)`,
      open: sql<number>`coalesce(${counted.open}, 0)`,
      never: sql<number>`coalesce(${counted.never}, 0)`,
      silent: sql<number>`coalesce(${counted.silent}, 0)`,
    })
    .from(memberStates)
    .leftJoin(counted, eq(counted.stateId, memberStates.id))
    .orderBy(asc(memberStates.protocolOrder));
  return rows
    .filter(({ state, shares }) => shares > 0 || isMemberOn(state, plan.endsOn))
    .map(({ state, ...figures }) => ({
      id: state.id,
      code: state.code,
      en: state.nameEn,
      lo: state.nameLo,
      isMember: isMemberOn(state, plan.endsOn),
      ...figures,
    }));
}

function hasShare({ db, actor }: ShareScope, { stateId, isSilentOnly }: ShareFilter): SQL | undefined {
  if (stateId === null && !isSilentOnly) return undefined;
  return exists(
    db
      .select({ one: sql`1` })
      .from(entryStates)
      .where(
        and(
          eq(entryStates.entryId, planEntries.id),
          stateId === null ? undefined : eq(entryStates.memberStateId, stateId),
          isSilentOnly ? and(isShareOpen(db, actor), owesReport) : undefined,
        ),
      ),
  );
}

export type ShareRow = Awaited<ReturnType<typeof readShareRows>>[number];

/**
 * A page of the plan's entries that match the filter and that the actor may see, sorted by code.
 * Each row has the total number.
 */
export async function readShareRows(scope: ShareScope, filter: ShareFilter, limit: number, offset: number) {
  return scope.db
    .select({
      id: planEntries.id,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      isSample: activities.isSample,
      stage: planEntries.stage,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(withReferenceDate(scope), ofPeriod(scope))
    .where(and(visibleIn(scope), hasShare(scope, filter)))
    .orderBy(asc(activities.code), asc(planEntries.id))
    .limit(limit)
    .offset(offset);
}

export type ShareCell = Awaited<ReturnType<typeof readShareCells>>[number];

/** The shares in these entries. If the actor may not read a share, only its role. */
export async function readShareCells(scope: ShareScope, entryIds: readonly number[], stateId: number | null) {
  if (entryIds.length === 0) return [];
  const { db, actor } = scope;
  const rows = await db
    .select({
      entryId: entryStates.entryId,
      stateId: entryStates.memberStateId,
      role: entryStates.role,
      status: entryStates.status,
      lastReportedOn: lastWord,
      waitingSince,
      waitingDays,
      isSilent: sql<boolean>`coalesce(${owesReport}, false)`,
      isOpen: isShareOpen(db, actor),
      isClosed: sql<boolean>`${workPlans.state} = 'closed'`,
    })
    .from(entryStates)
    .innerJoin(planEntries, eq(planEntries.id, entryStates.entryId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(withReferenceDate(scope), ofPeriod(scope))
    .where(
      and(
        inArray(entryStates.entryId, [...entryIds]),
        stateId === null ? undefined : eq(entryStates.memberStateId, stateId),
      ),
    )
    .orderBy(asc(entryStates.entryId), asc(entryStates.memberStateId));
  return rows.map(({ isClosed, ...cell }) => {
    const row = { ownerStateIds: [], participantStateIds: [cell.stateId] };
    const allowed = { report: !isClosed && can(actor, "entry_state.report", row) };
    if (cell.isOpen) return { ...cell, can: allowed };
    return {
      ...cell,
      status: null,
      lastReportedOn: null,
      waitingSince: null,
      waitingDays: null,
      isSilent: false,
      can: allowed,
    };
  });
}
