import "server-only";
import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { type AskingOutcome, askingOutcomes, followUpState } from "@/domain/follow-up";
import { visibility } from "@/domain/permissions";
import { readEntries } from "@/features/reports/read/read-entries";
import { today } from "@/server/context";
import { choosePeriod } from "@/server/register/choose-period";
import { readCurrentCycle } from "@/server/register/current-cycle";
import { readPeriods } from "@/server/register/periods";
import type { DocumentScope } from "../define-document";
import type { followUpAddress } from "./address";
import type { FollowUpData } from "./compose";

const rowLimit = 2_000;

/**
 * The decisions of a cycle's meetings that ask the proponent for something, as far as the actor may
 * see the entries.
 * @throws AppError NOT_FOUND for an unknown period; REPORT_TOO_LARGE {rows, max} beyond 2,000
 */
export async function readFollowUp({ db, actor, input, context }: DocumentScope<typeof followUpAddress>) {
  const [periods, cycle] = await Promise.all([readPeriods(db), readCurrentCycle(db, today(context))]);
  const period = choosePeriod(periods, cycle, { code: input.period, today: today(context) })?.period;
  if (!period) throw new AppError("NOT_FOUND");
  const asked = await readAsking(db, period.id);
  if (asked.length > rowLimit)
    throw new AppError("REPORT_TOO_LARGE", { params: { rows: asked.length, max: rowLimit } });
  const entries = await readEntries(
    db,
    actor,
    [...new Set(asked.map(({ planId }) => planId))],
    inArray(planEntries.id, [...new Set(asked.map(({ entryId }) => entryId))]),
  );
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  const day = today(context);
  const rows = asked.flatMap(({ entryId, ...decision }) => {
    const entry = entryById.get(entryId);
    if (!entry) return [];
    const state = followUpState({ ...decision, stage: entry.stage }, day);
    return input.open && state === "done" ? [] : [{ ...decision, entry, state }];
  });
  const data: FollowUpData = {
    period: { en: period.nameEn, lo: period.nameLo },
    rows,
    isOpenOnly: input.open !== null,
    isPartial: visibility(actor).kind === "state",
  };
  return { data, chosen: { period: period.code } };
}

/** Decisions in effect that ask for something, by meeting and agenda; without corrected ones. */
async function readAsking(db: Database, periodId: number) {
  const rows = await db
    .select({
      id: decisions.id,
      entryId: decisions.entryId,
      planId: planEntries.workPlanId,
      outcome: sql<AskingOutcome>`${decisions.outcome}`,
      verb: decisions.verbPrinted,
      text: { en: decisions.textEn, lo: decisions.textLo },
      agendaNo: decisions.agendaNo,
      meetingCode: meetings.code,
      hasLaterDecision: sql<boolean>`exists (
        select from decisions later
        where later.entry_id = ${decisions.entryId} and later.applied_at > ${decisions.appliedAt})`,
      // The first deadline of the entry after the meeting.
      dueOn: sql<string | null>`(
        select min(m.due_on)::text from milestones m
        where m.entry_id = ${decisions.entryId} and m.due_on >= ${meetings.lastOn})`,
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(planEntries, eq(planEntries.id, decisions.entryId))
    .where(
      and(
        eq(meetings.cycleId, periodId),
        inArray(decisions.outcome, [...askingOutcomes]),
        isNotNull(decisions.appliedAt),
        sql`not exists (select from decisions correction where correction.corrects_id = ${decisions.id})`,
      ),
    )
    .orderBy(asc(meetings.lastOn), asc(meetings.id), asc(decisions.agendaNo), asc(decisions.id))
    .limit(rowLimit + 1);
  return rows;
}
