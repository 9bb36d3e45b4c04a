import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities, activityOutcomes } from "@/db/schema/activities";
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
import { reckonings } from "./reckoning";
import { signalConditions } from "./signals";

/** Whose numbers, and on which day: every count here is of what the actor may have counted. */
export type CountScope = { db: Database; actor: Actor; today: string };

/** No join here brings an entry twice into one group: it has one proponent, and each outcome and partner once. */
const total = sql<number>`count(*)::int`;
const samples = sql<number>`(count(*) filter (where ${activities.isSample}))::int`;

export type AxisCount = {
  period: string;
  stage: Stage | null;
  status: Status | null;
  schedule: Schedule | null;
  total: number;
  samples: number;
};

/** Entries of every period by stage, status and schedule; the three axes and the years are sums of these groups. */
export async function countByAxes({ db, actor }: CountScope): Promise<AxisCount[]> {
  const { stage, status, schedule } = planEntries;
  return db
    .select({ period: periods.code, stage, status, schedule, total, samples })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(countedEntries(db, actor))
    .groupBy(periods.code, stage, status, schedule);
}

/** One group of approved entries with one status. `code` is null where the entry has none of the kind. */
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

/** Approved entries of the period by the member state that leads them, and status. */
export async function countByState(scope: CountScope, periodId: number): Promise<GroupCount[]> {
  const { code, nameEn, nameLo, protocolOrder } = memberStates;
  return scope.db
    .select({ code, nameEn, nameLo, status: planEntries.status, total, samples })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .leftJoin(entryParties, and(eq(entryParties.entryId, planEntries.id), eq(entryParties.role, "proponent")))
    .leftJoin(memberStates, eq(memberStates.id, entryParties.memberStateId))
    .where(approvedIn(scope, periodId))
    .groupBy(code, nameEn, nameLo, protocolOrder, planEntries.status)
    .orderBy(asc(protocolOrder));
}

/** Approved entries of the period by Desired Outcome and status; one with several outcomes counts under each. */
export async function countByOutcome(scope: CountScope, periodId: number): Promise<GroupCount[]> {
  const { code, nameEn, nameLo, id } = outcomes;
  return scope.db
    .select({ code, nameEn, nameLo, status: planEntries.status, total, samples })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .leftJoin(activityOutcomes, eq(activityOutcomes.activityId, planEntries.activityId))
    .leftJoin(outcomes, eq(outcomes.id, activityOutcomes.outcomeId))
    .where(approvedIn(scope, periodId))
    .groupBy(code, nameEn, nameLo, id, planEntries.status)
    .orderBy(asc(id));
}

/** Entries of the period, of any stage, by the partner of their plan or of their parties, and status. */
export async function countByPartner(scope: CountScope, periodId: number): Promise<GroupCount[]> {
  const { code, nameEn, nameLo } = partners;
  const stands = sql`(${partners.id} = ${workPlans.partnerId} or exists (
    select 1 from entry_parties party where party.entry_id = ${planEntries.id} and party.partner_id = ${partners.id}))`;
  return scope.db
    .select({ code, nameEn, nameLo, status: planEntries.status, total, samples })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(partners, stands)
    .where(and(countedEntries(scope.db, scope.actor), inPeriod(periodId)))
    .groupBy(code, nameEn, nameLo, planEntries.status)
    .orderBy(asc(nameEn));
}

/** How many entries of the period give each signal. */
export async function countSignals(
  { db, actor, today }: CountScope,
  periodId: number,
): Promise<Record<Signal, number>> {
  const counts = Object.fromEntries(
    signals.map((signal) => [signal, sql<number>`(count(*) filter (where ${signalConditions[signal]}))::int`]),
  ) as Record<Signal, SQL<number>>;
  const [row] = await db
    .select(counts)
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(sql`${reckonings(today)} r`, sql`r.period_id = ${periodId}`)
    .where(and(countedEntries(db, actor), inPeriod(periodId)));
  return row ?? { late: 0, silent: 0, at_risk: 0, delayed: 0, untranslated: 0, changed: 0 };
}
