import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { decisions, meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { masterplans, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { citations, sources } from "@/db/schema/sources";
import { officialCounts, workPlans } from "@/db/schema/work-plans";
import type { OfficialCount, ReportPlan, ReportSource } from "../report-data";
import { readRegister } from "./register-counts";

const source = {
  title: sources.title,
  publisher: sources.publisher,
  publishedOn: sources.publishedOn,
  language: sources.language,
};

const none = { approved: { all: 0, sample: 0 }, proposed: { all: 0, sample: 0 } };

/**
 * Work plans with their official numbers and those of the register.
 * @param lines condition of the entries that the register's numbers count
 */
export async function readPlans(db: Database, where: SQL | undefined, lines: SQL | undefined): Promise<ReportPlan[]> {
  const rows = await db
    .select({ plan: workPlans, period: periods, masterplan: masterplans, partner: partners })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .leftJoin(masterplans, eq(masterplans.id, workPlans.masterplanId))
    .leftJoin(partners, eq(partners.id, workPlans.partnerId))
    .where(where)
    .orderBy(asc(workPlans.framework), asc(periods.startsOn), asc(partners.nameEn), asc(workPlans.id));
  const ids = rows.map(({ plan }) => plan.id);
  if (ids.length === 0) return [];
  const [official, register, approved, cited] = await Promise.all([
    readOfficial(db, ids),
    readRegister(db, ids, lines),
    readApproval(db, ids),
    readCited(db, ids),
  ]);
  return rows.map(({ plan, period, masterplan, partner }) => ({
    id: plan.id,
    framework: plan.framework,
    state: plan.state,
    title: { en: plan.titleEn, lo: plan.titleLo },
    isFrame: plan.isFrame,
    period: {
      code: period.code,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      names: { en: period.nameEn, lo: period.nameLo },
    },
    masterplan: masterplan && { code: masterplan.code, names: { en: masterplan.nameEn, lo: masterplan.nameLo } },
    partner: partner && { en: partner.nameEn, lo: partner.nameLo },
    official: official.get(plan.id) ?? [],
    register: register.get(plan.id)?.all ?? none,
    registerByState: register.get(plan.id)?.byState ?? new Map(),
    approvedBy: approved.get(plan.id) ?? null,
    sources: cited.get(plan.id) ?? [],
  }));
}

async function readOfficial(db: Database, planIds: number[]): Promise<Map<number, OfficialCount[]>> {
  const rows = await db
    .select({
      planId: officialCounts.workPlanId,
      kind: officialCounts.kind,
      count: officialCounts.count,
      stateCode: memberStates.code,
      source,
    })
    .from(officialCounts)
    .innerJoin(sources, eq(sources.id, officialCounts.sourceId))
    .leftJoin(memberStates, eq(memberStates.id, officialCounts.memberStateId))
    .where(inArray(officialCounts.workPlanId, planIds))
    .orderBy(asc(officialCounts.id));
  return byPlan(rows.map(({ planId, ...count }) => [planId, count]));
}

/** The meeting that approved the real entries of each plan. Sample decisions are ignored. */
async function readApproval(db: Database, planIds: number[]) {
  const rows = await db
    .selectDistinctOn([planEntries.workPlanId], {
      planId: planEntries.workPlanId,
      meetingCode: meetings.code,
      verb: decisions.verbPrinted,
    })
    .from(decisions)
    .innerJoin(planEntries, eq(planEntries.id, decisions.entryId))
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(
      and(
        inArray(planEntries.workPlanId, planIds),
        eq(planEntries.counted, "yes"),
        eq(planEntries.isConfidential, false),
        eq(activities.isSample, false),
        eq(decisions.stageTo, "approved"),
        isNotNull(decisions.appliedAt),
      ),
    )
    .orderBy(asc(planEntries.workPlanId), desc(decisions.id));
  return new Map(rows.map(({ planId, ...decision }) => [planId, decision]));
}

async function readCited(db: Database, planIds: number[]): Promise<Map<number, ReportSource[]>> {
  const rows = await db
    .selectDistinct({ planId: citations.subjectId, id: sources.id, source })
    .from(citations)
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(and(eq(citations.subject, "work_plans"), inArray(citations.subjectId, planIds)))
    .orderBy(asc(citations.subjectId), asc(sources.id));
  return byPlan(rows.map((row) => [row.planId, row.source]));
}

function byPlan<V>(pairs: readonly (readonly [number | null, V])[]): Map<number, V[]> {
  const groups = new Map<number, V[]>();
  for (const [planId, value] of pairs) {
    if (planId !== null) groups.set(planId, [...(groups.get(planId) ?? []), value]);
  }
  return groups;
}
