import "server-only";
import { and, asc, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { entryParties } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import { isDesk } from "@/domain/roles";
import { type AttentionSignal, attentionSignals } from "@/domain/signals";
import { countedEntries } from "@/server/scope";
import type { CountScope } from "./count-entries";
import { endOfDay, referenceDates } from "./reference-date";
import { signalConditions } from "./signals";

/** An entry as a row of a list. Days are `YYYY-MM-DD`. */
export type EntryLine = {
  id: number;
  code: string;
  titleEn: string | null;
  titleLo: string | null;
  isSample: boolean;
  isConfidential: boolean;
  stateCode: string | null;
  stateEn: string | null;
  stateLo: string | null;
  stage: Stage | null;
  status: Status | null;
  schedule: Schedule | null;
  scheduleReason: string | null;
  /** In percent. */
  progress: number | null;
  plannedStartOn: string | null;
  plannedEndOn: string | null;
  lastReportedOn: string | null;
};

const columns = {
  id: planEntries.id,
  code: activities.code,
  titleEn: activities.titleEn,
  titleLo: activities.titleLo,
  isSample: activities.isSample,
  isConfidential: planEntries.isConfidential,
  stateCode: memberStates.code,
  stateEn: memberStates.nameEn,
  stateLo: memberStates.nameLo,
  stage: planEntries.stage,
  status: planEntries.status,
  schedule: planEntries.schedule,
  scheduleReason: planEntries.scheduleReason,
  progress: planEntries.progress,
  plannedStartOn: planEntries.plannedStartOn,
  plannedEndOn: planEntries.plannedEndOn,
  lastReportedOn: planEntries.lastReportedOn,
};

const inPeriod = (periodId: number): SQL =>
  sql`${planEntries.workPlanId} in (select id from work_plans where period_id = ${periodId})`;

function lines<C extends Record<string, SQL>>({ db }: CountScope, more: C) {
  return db
    .select({ ...columns, ...more })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .leftJoin(entryParties, and(eq(entryParties.entryId, planEntries.id), eq(entryParties.role, "proponent")))
    .leftJoin(memberStates, eq(memberStates.id, entryParties.memberStateId))
    .$dynamic();
}

/** Every entry of the period that the actor may have counted, by code. */
export async function readLines(scope: CountScope, periodId: number): Promise<EntryLine[]> {
  return lines(scope, {})
    .where(and(countedEntries(scope.db, scope.actor), inPeriod(periodId)))
    .orderBy(activities.code, planEntries.id);
}

export type AttentionLine = EntryLine & { signals: AttentionSignal[] };

/**
 * Entries of the period whose work does not go as planned, the most serious first: delayed, at
 * risk, late, silent.
 * @param limit the most rows
 */
export async function readAttention(scope: CountScope, periodId: number, limit: number): Promise<AttentionLine[]> {
  const { db, actor, today } = scope;
  const conditions = attentionSignals.map((signal) => signalConditions[signal]);
  const flags = attentionSignals.map((signal) => sql`case when ${signalConditions[signal]} then ${signal}::text end`);
  // The list of signals is made only for the chosen rows; for choosing them, counting is cheaper.
  const given = sql<AttentionSignal[]>`array_remove(array[${sql.join(flags, sql`, `)}], null)`;
  const number = sql.join(
    conditions.map((condition) => sql`case when ${condition} then 1 else 0 end`),
    sql` + `,
  );
  const order = [
    sql`case ${planEntries.schedule} when 'delayed' then 0 when 'at_risk' then 1 else 2 end`,
    sql`${number} desc`,
    asc(activities.code),
    asc(planEntries.id),
  ];
  const ofPeriod = sql`r.period_id = ${periodId}`;
  const chosen = db
    .select({ id: planEntries.id })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(sql`${referenceDates(today)} r`, ofPeriod)
    .where(and(countedEntries(db, actor), inPeriod(periodId), or(...conditions)))
    .orderBy(...order)
    .limit(limit)
    .as("chosen");
  const rows = await lines(scope, { signals: given })
    .innerJoin(chosen, eq(chosen.id, planEntries.id))
    .innerJoin(sql`${referenceDates(today)} r`, ofPeriod)
    .orderBy(...order);
  return rows as AttentionLine[];
}

/**
 * The state of an entry at the meeting; all null if it was not in the register then, or if the
 * reader could not see it.
 */
export type Past = { stage: Stage | null; status: Status | null; schedule: Schedule | null };
export type ChangedLine = EntryLine & { changedAt: string; past: Past };
export type Changes = { lines: ChangedLine[]; total: number };

/**
 * Entries of the period that changed since that day, the latest first, with their state at its end;
 * and their total number.
 * @param since the last meeting's last day
 */
export async function readChanges(scope: CountScope, periodId: number, since: string, limit: number): Promise<Changes> {
  const { db, actor, today } = scope;
  const boundary = endOfDay(sql`${since}::date`);
  const before = sql<Past | null>`(
    select jsonb_build_object('stage', v.stage, 'status', v.status, 'schedule', v.schedule)
    from entry_versions v where v.entry_id = ${planEntries.id} and v.valid_from < ${boundary} order by v.valid_from desc, v.id desc limit 1)`;
  const at = sql<string>`(
    select to_char(max(v.valid_from) at time zone 'UTC' + interval '7 hours', 'YYYY-MM-DD')
    from entry_versions v where v.entry_id = ${planEntries.id} and v.valid_from >= ${boundary})`;
  const rows = await lines(scope, { before, changedAt: at, total: sql<number>`(count(*) over ())::int` })
    .innerJoin(sql`${referenceDates(today)} r`, sql`r.period_id = ${periodId}`)
    .where(and(countedEntries(db, actor), inPeriod(periodId), signalConditions.changed))
    .orderBy(desc(at), activities.code, planEntries.id)
    .limit(limit);
  return {
    lines: rows.map(({ before, total: _total, ...row }) => {
      return { ...row, past: pastFor(scope, before as Past | null) } as ChangedLine;
    }),
    total: Number(rows[0]?.total ?? 0),
  };
}

const unknownPast: Past = { stage: null, status: null, schedule: null };

/** Only the ASEAN desk may see that an entry was once a draft. */
function pastFor({ actor }: CountScope, past: Past | null): Past {
  if (past === null || (past.stage === "draft" && !isDesk(actor.role))) return unknownPast;
  return past;
}

export type PastCount = { status: Status | null; schedule: Schedule | null; total: number };

/**
 * Today's approved entries of the period by the status and schedule that they had at the end of
 * that day.
 */
export async function countAsOf({ db, actor }: CountScope, periodId: number, day: string): Promise<PastCount[]> {
  const past = sql`(
    select v.stage, v.status, v.schedule from entry_versions v
    where v.entry_id = ${planEntries.id} and v.valid_from < ${endOfDay(sql`${day}::date`)}
    order by v.valid_from desc, v.id desc limit 1) past`;
  const status = sql<Status | null>`past.status`;
  const schedule = sql<Schedule | null>`past.schedule`;
  return db
    .select({ status, schedule, total: sql<number>`count(*)::int` })
    .from(planEntries)
    .innerJoin(sql`lateral ${past}`, sql`past.stage = 'approved'`)
    .where(and(countedEntries(db, actor), inPeriod(periodId)))
    .groupBy(status, schedule);
}
