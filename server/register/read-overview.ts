import "server-only";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { partners } from "@/db/schema/bodies";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { isMemberOn } from "@/domain/member-states";
import { visibility } from "@/domain/permissions";
import type { Signal } from "@/domain/signals";
import { planLines } from "@/server/scope";
import { readSetting } from "@/server/settings";
import type { ChosenPeriod } from "./choose-period";
import {
  type AxisCount,
  type CountScope,
  countByAxes,
  countByOutcome,
  countByState,
  countSignals,
  type GroupCount,
} from "./count-entries";
import {
  type AttentionLine,
  type ChangedLine,
  countAsOf,
  type PastCount,
  readAttention,
  readChanges,
} from "./entry-lines";
import type { PeriodLine } from "./periods";
import {
  type OfficialCount,
  type RegisterCount,
  readOfficialCounts,
  readRegisterCounts,
  sumCounts,
} from "./plan-counts";
import { type MeetingLine, meetingColumns, type ReferenceDate, readReferenceDate } from "./reference-date";
import { silence } from "./silence";

/** One ADGSOM-ATRC plan: official counts beside the register's counts. */
export type PlanFigures = {
  id: number;
  titleEn: string;
  titleLo: string | null;
  isFrame: boolean;
  /** The partner, if it is a partner's plan. */
  partner: { id: number; nameEn: string; nameLo: string | null } | null;
  period: string;
  register: ReturnType<typeof sumCounts>;
  /** The same counts by proponent state. */
  byState: RegisterCount[];
  official: OfficialCount[];
};

/** The figures of one period, and of the cycle beside it, as the actor may see them. */
export type Overview = {
  period: PeriodLine;
  /** The cycle in preparation (or the following one), if the period is a work cycle. */
  beside: PeriodLine | null;
  /** Every work cycle, the earliest first. */
  cycles: PeriodLine[];
  referenceDate: ReferenceDate;
  /** The plans of the period and of the cycle beside it. */
  plans: PlanFigures[];
  /** Counts of every period. */
  axes: AxisCount[];
  /** By status and schedule at the last meeting; null if none is recorded. */
  past: PastCount[] | null;
  byState: GroupCount[];
  /** The member states on the day of the reference date, in protocol order. */
  members: { code: string; nameEn: string; nameLo: string | null }[];
  byOutcome: GroupCount[];
  signals: Record<Signal, number>;
  /** The number of days without an update after which an entry counts as silent. */
  silentAfter: number;
  attention: AttentionLine[];
  /** Changes since the last meeting. */
  changes: ChangedLine[];
  /** Meetings after the reference date, the soonest first. */
  meetings: MeetingLine[];
  /** The focal point's own member state, to which all figures but the plans' totals are limited. */
  ownState: string | null;
};

/** The number of rows of each list; a link beside it leads to all of them. */
export type OverviewLimits = { attention: number; changes: number };

/** Reads all figures concurrently, with one statement per part, grouped in the database. */
export async function readOverview(
  scope: CountScope,
  { period, beside, cycles }: ChosenPeriod,
  limits: OverviewLimits,
): Promise<Overview> {
  const referenceDate = await readReferenceDate(scope.db, period.id, scope.today);
  const met = referenceDate.meeting?.lastOn ?? null;
  const [plans, axes, past, byState, members, byOutcome, plain, attention, changed, meetings, ownState, quiet] =
    await Promise.all([
      readPlans(scope, beside ? [period.id, beside.id] : [period.id]),
      countByAxes(scope),
      met ? countAsOf(scope, period.id, met) : null,
      countByState(scope, period.id),
      readMembers(scope, referenceDate.day),
      countByOutcome(scope, period.id),
      countSignals(scope, period.id),
      readAttention(scope, period.id, limits.attention),
      met ? readChanges(scope, period.id, met, limits.changes) : { lines: [], total: 0 },
      readMeetings(scope, referenceDate.day),
      readOwnState(scope),
      readSetting(scope.db, silence),
    ]);
  const signals = { ...plain, changed: changed.total };
  const lists = { attention, changes: changed.lines, meetings };
  return {
    period,
    beside,
    cycles,
    referenceDate,
    plans,
    axes,
    past,
    byState,
    members,
    byOutcome,
    signals,
    silentAfter: quiet.value.days,
    ...lists,
    ownState,
  };
}

async function readPlans({ db, actor }: CountScope, periodIds: number[]): Promise<PlanFigures[]> {
  const { id, titleEn, titleLo, isFrame } = workPlans;
  const plans = await db
    .select({
      id,
      titleEn,
      titleLo,
      isFrame,
      period: periods.code,
      framework: workPlans.framework,
      partner: { id: partners.id, nameEn: partners.nameEn, nameLo: partners.nameLo },
    })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .leftJoin(partners, eq(partners.id, workPlans.partnerId))
    .where(inArray(workPlans.periodId, periodIds))
    .orderBy(asc(workPlans.framework), asc(periods.startsOn), asc(id));
  // A partner's period has only that partner's plan. In a work cycle the partners' plans are left
  // out, because they have no official count.
  const main = plans.filter((plan) => plan.framework === "adgsom_atrc");
  const shown = main.length > 0 ? main : plans;
  const ids = shown.map((plan) => plan.id);
  const [register, official] = await Promise.all([
    readRegisterCounts(db, planLines(db, actor), ids),
    readOfficialCounts(db, ids),
  ]);
  return shown.map(({ framework: _framework, ...plan }) => ({
    ...plan,
    register: sumCounts(register.filter((row) => row.planId === plan.id)),
    byState: register.filter((row) => row.planId === plan.id),
    official: official.filter((row) => row.planId === plan.id),
  }));
}

async function readMembers({ db }: CountScope, day: string): Promise<Overview["members"]> {
  const rows = await db.select().from(memberStates).orderBy(asc(memberStates.protocolOrder));
  return rows.filter((state) => isMemberOn(state, day)).map(({ code, nameEn, nameLo }) => ({ code, nameEn, nameLo }));
}

async function readMeetings({ db }: CountScope, day: string): Promise<MeetingLine[]> {
  const { rows } = await db.execute<MeetingLine>(sql`
    select ${meetingColumns} from meetings m where m.last_on > ${day}::date order by m.last_on, m.id limit 3`);
  return rows;
}

async function readOwnState({ db, actor }: CountScope): Promise<string | null> {
  const scope = visibility(actor);
  if (scope.kind !== "state") return null;
  const [row] = await db
    .select({ code: memberStates.code })
    .from(memberStates)
    .where(eq(memberStates.id, scope.memberStateId));
  return row?.code ?? null;
}
