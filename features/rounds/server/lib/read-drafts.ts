import "server-only";
import { and, eq, exists, isNull, max, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { evidence } from "@/db/schema/evidence";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { updates } from "@/db/schema/updates";
import { workPlans } from "@/db/schema/work-plans";
import type { KnownWork } from "@/domain/reporting";
import type { EntryNow, HandedIn } from "@/domain/rounds";
import { isOfEntry } from "@/server/register/standing-updates";

type Reader = Database | Transaction;

/**
 * Query of drafts with the current values of their entries, to which conditions and an order are
 * added.
 */
export function selectDrafts(db: Reader, where: SQL | undefined) {
  const lastUpdate = db
    .select({ id: max(updates.id) })
    .from(updates)
    .where(and(eq(updates.entryId, planEntries.id), isOfEntry));
  const report = db
    .select({ one: sql`1` })
    .from(evidence)
    .where(and(eq(evidence.entryId, planEntries.id), eq(evidence.kind, "report"), isNull(evidence.removedAt)));
  return db
    .select({
      draft: roundDrafts,
      entry: planEntries,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      isSample: activities.isSample,
      planState: workPlans.state,
      sideCode: memberStates.code,
      sideEn: memberStates.nameEn,
      sideLo: memberStates.nameLo,
      lastUpdateId: sql<number | null>`(${lastUpdate})`,
      hasReport: sql<boolean>`${exists(report)}`,
    })
    .from(roundDrafts)
    .innerJoin(planEntries, eq(planEntries.id, roundDrafts.entryId))
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .leftJoin(memberStates, eq(memberStates.id, roundDrafts.memberStateId))
    .where(where)
    .$dynamic();
}

export type FoundDraft = Awaited<ReturnType<typeof selectDrafts>>[number];

/** Fields of the work, from an entry or a draft. */
export function workOf({ status, schedule, scheduleReason, progress }: KnownWork): KnownWork {
  return { status, schedule, scheduleReason, progress };
}

/** Fields of the entry's work when the writer last saw it. */
export function baseOf(draft: FoundDraft["draft"]): KnownWork {
  const { baseStatus: status, baseSchedule: schedule } = draft;
  return { status, schedule, scheduleReason: draft.baseScheduleReason, progress: draft.baseProgress };
}

/** The draft as a head of division reviews it. */
export function handedIn({ draft }: FoundDraft): HandedIn {
  const { state, baseUpdateId } = draft;
  return { state, work: workOf(draft), base: baseOf(draft), baseUpdateId };
}

/** Fields of a draft, named as in its form, for showing both versions after a conflict. */
export function draftFields({ draft }: Pick<FoundDraft, "draft">): Record<string, string> {
  const { status, schedule, scheduleReason, progress, textEn, textLo, issues, nextSteps, decisionSought } = draft;
  const fields = { status, schedule, scheduleReason, progress, textEn, textLo, issues, nextSteps, decisionSought };
  const filled = Object.entries(fields).map(([name, value]) => [name, value === null ? "" : String(value)]);
  return { ...Object.fromEntries(filled), version: String(draft.version) };
}

/** The current entry. */
export function entryNow({ entry, planState, hasReport, lastUpdateId }: FoundDraft): EntryNow {
  const isPlanClosed = planState === "closed";
  return { stage: entry.stage, work: workOf(entry), isPlanClosed, hasReport, lastUpdateId };
}
