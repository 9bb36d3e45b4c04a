import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entryStates } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { visibility } from "@/domain/permissions";

import { today } from "@/server/context";
import { readReferenceDate, referenceDates } from "@/server/register/reference-date";
import { isShareOpen, lastWord, owesReport, waitingDays, waitingSince } from "@/server/register/shares";
import { silence } from "@/server/register/silence";
import { visibleEntries } from "@/server/scope";
import { readSetting } from "@/server/settings";
import type { DocumentScope } from "../define-document";
import type { outstandingReportsAddress } from "./address";
import type { ChaseData } from "./compose";

type Scope = DocumentScope<typeof outstandingReportsAddress>;

const rowLimit = 10_000;

/**
 * The outstanding reports of a plan's shares that the actor may read.
 * @throws AppError NOT_FOUND for an unknown plan or state; REPORT_TOO_LARGE {rows, max} beyond
 *   10,000 shares
 */
export async function readOutstanding({ db, actor, input, context }: Scope) {
  const { id, titleEn: en, titleLo: lo, periodId } = workPlans;
  const [plan] = await db.select({ id, en, lo, periodId }).from(workPlans).where(eq(workPlans.id, input.id));
  if (!plan) throw new AppError("NOT_FOUND");
  const state = await stateOf(db, input.state);
  const [shares, { day }, { value: quiet }] = await Promise.all([
    readShares({ db, actor, input, context }, plan.periodId, state?.id ?? null),
    readReferenceDate(db, plan.periodId, today(context)),
    readSetting(db, silence),
  ]);
  if (shares.length > rowLimit) {
    throw new AppError("REPORT_TOO_LARGE", { params: { rows: shares[0]?.total ?? rowLimit + 1, max: rowLimit } });
  }
  const isNarrowed = visibility(actor).kind === "state";
  const data: ChaseData = { plan, state, shares, silentAfter: quiet.days, day, isNarrowed };
  return { data, chosen: { plan: { id: plan.id, en: plan.en, lo: plan.lo }, rows: shares.length } };
}

async function stateOf(db: Database, code: string | null) {
  if (code === null) return null;
  const { id, nameEn: en, nameLo: lo } = memberStates;
  const [state] = await db.select({ id, en, lo }).from(memberStates).where(eq(memberStates.code, code));
  if (!state) throw new AppError("NOT_FOUND");
  return state;
}

/** States in protocol order, each with the longest wait first. Each row carries the total count. */
async function readShares(
  { db, actor, input, context }: Omit<Scope, "frame">,
  periodId: number,
  stateId: number | null,
) {
  const rows = await db
    .select({
      stateEn: memberStates.nameEn,
      stateLo: memberStates.nameLo,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      original: activities.originalLocale,
      isSample: activities.isSample,
      isConfidential: planEntries.isConfidential,
      role: entryStates.role,
      status: entryStates.status,
      lastReportedOn: lastWord,
      waitingSince,
      waitingDays,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(planEntries)
    .innerJoin(entryStates, eq(entryStates.entryId, planEntries.id))
    .innerJoin(memberStates, eq(memberStates.id, entryStates.memberStateId))
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(sql`${referenceDates(today(context))} r`, sql`r.period_id = ${periodId}`)
    .where(
      and(
        eq(planEntries.workPlanId, input.id),
        visibleEntries(db, actor),
        isShareOpen(db, actor),
        owesReport,
        stateId === null ? undefined : eq(entryStates.memberStateId, stateId),
      ),
    )
    .orderBy(asc(memberStates.protocolOrder), desc(waitingDays), asc(activities.code), asc(planEntries.id))
    .limit(rowLimit + 1);
  return rows.map(({ stateEn, stateLo, ...row }) => ({ ...row, state: { en: stateEn, lo: stateLo } }));
}
