import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activityOutcomes } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import type { Actor } from "@/domain/roles";
import { type Signal, signals } from "@/domain/signals";
import { countedEntries } from "@/server/scope";
import { referenceDates } from "./reference-date";
import { signalConditions } from "./signals";

/**
 * For whom and on which day to count; all counts include only entries that `countedEntries` allows
 * the actor.
 */
export type CountScope = { db: Database; actor: Actor; today: string };

/**
 * No join here duplicates an entry within a group: it has one proponent, and each outcome and
 * partner once.
 */
const total = sql<number>`count(*)::int`;

/**
 * Condition for sample entries, of which there are few or none. Counting them in a separate query
 * avoids joining every other entry to its activity.
 */
const isSample = sql`${planEntries.activityId} in (select id from activities where is_sample)`;

/**
 * Adds to each group how many of its entries are samples.
 * @param count counts the groups, optionally only of entries that meet a condition
 */
async function withSamples<Row extends { total: number }>(
  count: (only?: SQL) => Promise<Row[]>,
): Promise<(Row & { samples: number })[]> {
  const keyOf = ({ total: _total, ...group }: Row) => JSON.stringify(group);
  const [all, samples] = await Promise.all([count(), count(isSample)]);
  const sampleOf = new Map(samples.map((row) => [keyOf(row), row.total]));
  return all.map((row) => ({ ...row, samples: sampleOf.get(keyOf(row)) ?? 0 }));
}

export type AxisCount = {
  period: string;
  stage: Stage | null;
  status: Status | null;
  schedule: Schedule | null;
  total: number;
  samples: number;
};

/**
 * Entries of every period by stage, status and schedule; the totals of each axis and year are sums
 * of these groups.
 */
export async function countByAxes({ db, actor }: CountScope): Promise<AxisCount[]> {
  const { workPlanId, stage, status, schedule } = planEntries;
  return withSamples((only) => {
    const plans = db
      .select({ workPlanId, stage, status, schedule, number: sql<number>`count(*)`.as("number") })
      .from(planEntries)
      .where(and(countedEntries(db, actor), only))
      .groupBy(workPlanId, stage, status, schedule)
      .as("plans");
    const of = { period: periods.code, stage: plans.stage, status: plans.status, schedule: plans.schedule };
    return db
      .select({ ...of, total: sql<number>`sum(${plans.number})::int` })
      .from(plans)
      .innerJoin(workPlans, eq(workPlans.id, plans.workPlanId))
      .innerJoin(periods, eq(periods.id, workPlans.periodId))
      .groupBy(of.period, of.stage, of.status, of.schedule);
  });
}

/**
 * One group of approved entries with one status. `code` is null for entries without a state or
 * outcome.
 */
export type GroupCount = {
  code: string | null;
  nameEn: string | null;
  nameLo: string | null;
  status: Status | null;
  total: number;
  samples: number;
};

const inPeriod = (periodId: number): SQL =>
  sql`${planEntries.workPlanId} in (select id from work_plans where period_id = ${periodId})`;

const approvedIn = ({ db, actor }: CountScope, periodId: number) =>
  and(countedEntries(db, actor), inPeriod(periodId), eq(planEntries.stage, "approved"));

/** Approved entries of the period by proponent member state and status. */
export async function countByState(scope: CountScope, periodId: number): Promise<GroupCount[]> {
  const { code, nameEn, nameLo, protocolOrder } = memberStates;
  return withSamples((only) => {
    const led = scope.db
      .select({ stateId: entryParties.memberStateId, status: planEntries.status, total: total.as("total") })
      .from(planEntries)
      .leftJoin(entryParties, and(eq(entryParties.entryId, planEntries.id), eq(entryParties.role, "proponent")))
      .where(and(approvedIn(scope, periodId), only))
      .groupBy(entryParties.memberStateId, planEntries.status)
      .as("led");
    return scope.db
      .select({ code, nameEn, nameLo, status: led.status, total: led.total })
      .from(led)
      .leftJoin(memberStates, eq(memberStates.id, led.stateId))
      .orderBy(asc(protocolOrder));
  });
}

/**
 * Approved entries of the period by Desired Outcome and status; an entry with several outcomes
 * counts under each.
 */
export async function countByOutcome(scope: CountScope, periodId: number): Promise<GroupCount[]> {
  const { code, nameEn, nameLo, id } = outcomes;
  return withSamples((only) => {
    const byOutcome = scope.db
      .select({ outcomeId: activityOutcomes.outcomeId, status: planEntries.status, total: total.as("total") })
      .from(planEntries)
      .leftJoin(activityOutcomes, eq(activityOutcomes.activityId, planEntries.activityId))
      .where(and(approvedIn(scope, periodId), only))
      .groupBy(activityOutcomes.outcomeId, planEntries.status)
      .as("byOutcome");
    return scope.db
      .select({ code, nameEn, nameLo, status: byOutcome.status, total: byOutcome.total })
      .from(byOutcome)
      .leftJoin(outcomes, eq(outcomes.id, byOutcome.outcomeId))
      .orderBy(asc(id));
  });
}

/**
 * Entries of the period, at any stage, by status and by the partner of their plan or among their
 * parties.
 */
export async function countByPartner(scope: CountScope, periodId: number): Promise<GroupCount[]> {
  const { code, nameEn, nameLo } = partners;
  const isPartner = sql`(${partners.id} = ${workPlans.partnerId} or exists (
    select 1 from entry_parties party where party.entry_id = ${planEntries.id} and party.partner_id = ${partners.id}))`;
  return withSamples((only) =>
    scope.db
      .select({ code, nameEn, nameLo, status: planEntries.status, total })
      .from(planEntries)
      .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
      .innerJoin(partners, isPartner)
      .where(and(countedEntries(scope.db, scope.actor), inPeriod(periodId), only))
      .groupBy(code, nameEn, nameLo, planEntries.status)
      .orderBy(asc(nameEn)),
  );
}

/** Without `changed`, which `readChanges` counts because it has to find those entries anyway. */
export type PlainSignal = Exclude<Signal, "changed">;
const plainSignals = signals.filter((signal): signal is PlainSignal => signal !== "changed");

/** The number of entries of the period with each signal but `changed`. */
export async function countSignals(
  { db, actor, today }: CountScope,
  periodId: number,
): Promise<Record<PlainSignal, number>> {
  const counts = Object.fromEntries(
    plainSignals.map((signal) => [signal, sql<number>`(count(*) filter (where ${signalConditions[signal]}))::int`]),
  ) as Record<PlainSignal, SQL<number>>;
  const [row] = await db
    .select(counts)
    .from(planEntries)
    .innerJoin(sql`${referenceDates(today)} r`, sql`r.period_id = ${periodId}`)
    .where(and(countedEntries(db, actor), inPeriod(periodId)));
  return row ?? { late: 0, overdue: 0, silent: 0, at_risk: 0, delayed: 0, untranslated: 0 };
}
