import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entryParties } from "@/db/schema/entry-parts";
import { decisions, meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { isUnfinished } from "@/domain/carry-over";
import { stages, statuses } from "@/domain/lifecycle";
import type { Actor } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";

type Reader = Database | Transaction;

/** The most entries that one screen handles; the rest follow after these. */
export const carryOverLimit = 50;

const unfinishedStages = stages.filter((stage) => isUnfinished({ stage, status: null }));
const doneStatuses = statuses.filter((status) => !isUnfinished({ stage: "approved", status }));

/** `isUnfinished` of the domain as an SQL condition. */
export function unfinished(): SQL | undefined {
  return and(
    or(isNull(planEntries.stage), inArray(planEntries.stage, unfinishedStages)),
    or(isNull(planEntries.status), sql`not ${inArray(planEntries.status, doneStatuses)}`),
  );
}

const successor = alias(planEntries, "successor");

/** True if no later plan continues the entry. */
export function notCarried(db: Reader): SQL {
  return notExists(db.select({ one: sql`1` }).from(successor).where(eq(successor.carriedFromId, planEntries.id)));
}

/** An entry whose year ends, with what a carry-over needs to know of it. */
export type UnfinishedRow = Awaited<ReturnType<typeof readUnfinished>>[number];

/**
 * Entries of a plan sorted by code, with what a carry-over needs to know of them.
 * @param targetId the plan to which entries are carried
 * @param which further condition
 */
export async function readUnfinished(
  db: Reader,
  actor: Actor,
  { planId, targetId, which, limit }: { planId: number; targetId: number | null; which?: SQL; limit: number },
) {
  return db
    .select({
      id: planEntries.id,
      version: planEntries.version,
      activityId: planEntries.activityId,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      isSample: activities.isSample,
      stateCode: memberStates.code,
      stage: planEntries.stage,
      status: planEntries.status,
      phase: planEntries.phase,
      plannedEndOn: planEntries.plannedEndOn,
      hasReport: sql<boolean>`exists (select 1 from evidence file
        where file.entry_id = ${planEntries.id} and file.kind = 'report' and file.removed_at is null)`,
      isCarriedOn: sql<boolean>`exists (select 1 from plan_entries later where later.carried_from_id = ${planEntries.id})`,
      isInTarget: sql<boolean>`exists (select 1 from plan_entries other
        where other.activity_id = ${planEntries.activityId} and other.work_plan_id = ${targetId}::int)`,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .leftJoin(entryParties, and(eq(entryParties.entryId, planEntries.id), eq(entryParties.role, "proponent")))
    .leftJoin(memberStates, eq(memberStates.id, entryParties.memberStateId))
    .where(and(eq(planEntries.workPlanId, planId), visibleEntries(db, actor), which))
    .orderBy(asc(activities.code), asc(planEntries.id))
    .limit(limit);
}

/** The entries of these plans with which another can be merged, sorted by code. */
export type Receiver = Awaited<ReturnType<typeof readReceivers>>[number];

export async function readReceivers(db: Reader, actor: Actor, planIds: readonly number[]) {
  return db
    .select({
      id: planEntries.id,
      planId: planEntries.workPlanId,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      stage: planEntries.stage,
      status: planEntries.status,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .where(and(inArray(planEntries.workPlanId, [...planIds]), visibleEntries(db, actor)))
    .orderBy(asc(activities.code), asc(planEntries.id));
}

/** A decision that approved an entry and has not been corrected; a carried entry may cite it. */
export type Approval = Awaited<ReturnType<typeof readApprovals>>[number];

export async function readApprovals(db: Reader, entryIds: readonly number[]) {
  if (entryIds.length === 0) return [];
  const correction = alias(decisions, "correction");
  return db
    .select({ id: decisions.id, entryId: decisions.entryId, meeting: meetings.code })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(
      and(
        inArray(decisions.entryId, [...entryIds]),
        eq(decisions.outcome, "approved"),
        isNotNull(decisions.appliedAt),
        notExists(db.select({ one: sql`1` }).from(correction).where(eq(correction.correctsId, decisions.id))),
      ),
    )
    .orderBy(asc(decisions.id));
}
