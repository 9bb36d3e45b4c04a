import "server-only";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Actor } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";
import type { ReportEntry } from "../report-data";
import { readDecisions, readOutcomes, readParties, readPriorities } from "./entry-parts";
import { readSought, readUpdates } from "./entry-updates";

const planPartner = alias(partners, "plan_partner");

function selectEntries(db: Database) {
  return db
    .select({
      id: planEntries.id,
      activityId: planEntries.activityId,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      original: activities.originalLocale,
      isSample: activities.isSample,
      isConfidential: planEntries.isConfidential,
      planId: planEntries.workPlanId,
      partnerEn: sql<string | null>`${planPartner.nameEn}`,
      partnerLo: sql<string | null>`${planPartner.nameLo}`,
      stage: planEntries.stage,
      status: planEntries.status,
      schedule: planEntries.schedule,
      scheduleReason: planEntries.scheduleReason,
      progress: planEntries.progress,
      lastReportedOn: planEntries.lastReportedOn,
      plannedStartOn: planEntries.plannedStartOn,
      plannedEndOn: planEntries.plannedEndOn,
      actualStartOn: planEntries.actualStartOn,
      actualEndOn: planEntries.actualEndOn,
      budget: planEntries.budgetApprovedUsd,
      disbursed: planEntries.budgetDisbursedUsd,
      fund: planEntries.fund,
      counted: planEntries.counted,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .leftJoin(planPartner, eq(planPartner.id, workPlans.partnerId));
}

const amount = (text: string | null) => (text === null ? null : Number(text));

/**
 * Entries of these plans that the actor may see, by code, with everything that reports print.
 * @param more an additional condition, for instance for one state's own entries
 */
export async function readEntries(
  db: Database,
  actor: Actor,
  planIds: readonly number[],
  more?: SQL,
): Promise<ReportEntry[]> {
  if (planIds.length === 0) return [];
  const rows = await selectEntries(db)
    .where(and(inArray(planEntries.workPlanId, [...planIds]), visibleEntries(db, actor), more))
    .orderBy(asc(activities.code), asc(planEntries.workPlanId), asc(planEntries.id));
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [parties, priorities, decisions, outcomes, updates, sought] = await Promise.all([
    readParties(db, ids),
    readPriorities(db, ids),
    readDecisions(db, ids),
    readOutcomes(db, [...new Set(rows.map((row) => row.activityId))]),
    readUpdates(db, ids),
    readSought(db, ids),
  ]);
  return rows.map(({ activityId, titleEn, titleLo, partnerEn, partnerLo, budget, disbursed, ...row }) => ({
    ...row,
    title: { en: titleEn, lo: titleLo },
    partner: partnerEn === null ? null : { en: partnerEn, lo: partnerLo },
    budgetUsd: amount(budget),
    disbursedUsd: amount(disbursed),
    decision: decisions.get(row.id)?.find((decision) => decision.stageTo === row.stage) ?? null,
    outcomes: outcomes.get(activityId) ?? [],
    parties: parties.get(row.id) ?? [],
    priorities: priorities.get(row.id) ?? [],
    update: updates.get(row.id) ?? null,
    sought: sought.get(row.id) ?? [],
  }));
}
