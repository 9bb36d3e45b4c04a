import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { entryStates } from "@/db/schema/entry-parts";
import { decisions } from "@/db/schema/meetings";
import { updates } from "@/db/schema/updates";
import { hasSchedule, type Stage } from "@/domain/lifecycle";
import type { Person } from "./accounts";
import type { Step } from "./history";
import type { SampleDecision, SampleEntry, SampleReport, SampleShare } from "./rows";
import { idOf, type SeedContext } from "./seed-context";

/** The author of a step: the desk or a member state. */
export type Desk = { officer: Person; manager: Person; focalOf: (state: string) => Person };

/** The steps of an entry after its draft: submission, decisions, reports. */
export function stepsOf(context: SeedContext, desk: Desk, row: SampleEntry, year: string, submittedOn: string) {
  const ministers: SampleDecision = {
    meeting: `ADGMIN-${Number(year) - 2020}`,
    verb: "approved",
    outcome: "approved",
    stage: "approved",
  };
  return (entryId: number): Step[] => [
    {
      on: submittedOn,
      change: "entry.submit",
      by: desk.focalOf(row.lead),
      set: { stage: "submitted", wasSubmitted: true },
    },
    ...decisionSteps(context, desk, row.decisions ?? [ministers], entryId),
    ...(row.reports ?? []).map((report) => reportStep(context, desk, row, report, entryId)),
    ...(row.shares ?? []).map((share) => shareStep(context, desk, share, entryId)),
  ];
}

function decisionSteps(context: SeedContext, desk: Desk, rows: readonly SampleDecision[], entryId: number): Step[] {
  let stage: Stage = "submitted";
  return rows.map(({ meeting, verb, outcome, stage: next }) => {
    const on = context.meetingDays.get(meeting);
    if (!on) throw new Error(`the day of ${meeting} is not known`);
    const stageFrom = stage;
    stage = next ?? stage;
    return {
      on,
      change: "decision.record",
      by: desk.manager,
      set: stage === "approved" ? approval : { stage },
      write: async (tx, at) => {
        const [decision] = await tx
          .insert(decisions)
          .values({
            entryId,
            verbPrinted: verb,
            outcome,
            stageFrom,
            stageTo: next ?? null,
            meetingId: idOf(context.meetings, meeting),
            textEn: "Sample: an invented decision.",
            textLo: "ຕົວຢ່າງ: ມະຕິສົມມຸດ.",
            appliedAt: at,
            recordedAt: at,
            recordedBy: desk.manager.id,
          })
          .returning({ id: decisions.id });
        return { decisionId: decision?.id };
      },
    };
  });
}

/** Approval sets "not started, on track". */
const approval = {
  stage: "approved",
  wasApproved: true,
  status: "not_started",
  schedule: "on_track",
  progress: 0,
} as const;

function reportStep(context: SeedContext, desk: Desk, row: SampleEntry, report: SampleReport, entryId: number): Step {
  const { on, status, progress, schedule = "on_track", reason = null, en, lo, meeting, ...rest } = report;
  const by = desk.focalOf(row.lead);
  const isOver = status === "implemented" || status === "completed";
  const work = { status, schedule: hasSchedule(status) ? schedule : null, scheduleReason: reason, progress };
  return {
    on,
    by,
    change: "entry.report",
    set: {
      ...work,
      lastReportedOn: on,
      actualStartOn: status === "not_started" ? null : row.actual?.[0],
      actualEndOn: isOver ? row.actual?.[1] : null,
      ...(report === row.reports?.at(-1) && row.budget ? { budgetDisbursedUsd: row.budget[1] } : {}),
    },
    write: async (tx, at) => {
      const [update] = await tx
        .insert(updates)
        .values({
          ...work,
          ...rest,
          entryId,
          reportedOn: on,
          textEn: en,
          textLo: lo,
          meetingId: meeting ? idOf(context.meetings, meeting) : null,
          ...authored(by, at),
        })
        .returning({ id: updates.id });
      return { updateId: update?.id };
    },
  };
}

function shareStep(context: SeedContext, desk: Desk, share: SampleShare, entryId: number): Step {
  const { state, on, status = null, note, lang } = share;
  const memberStateId = idOf(context.states, state);
  const by = desk.focalOf(state);
  return {
    on,
    by,
    change: "entry_state.report",
    write: async (tx, at) => {
      const saved = await tx
        .update(entryStates)
        .set({ status, note, lastReportedOn: on, updatedAt: at, version: sql`${entryStates.version} + 1` })
        .where(and(eq(entryStates.entryId, entryId), eq(entryStates.memberStateId, memberStateId)))
        .returning({ id: entryStates.id });
      if (saved.length === 0) throw new Error(`${state} reports of an entry in which it has no part`);
      const text = lang === "lo" ? { textLo: note } : { textEn: note };
      const [update] = await tx
        .insert(updates)
        .values({ entryId, memberStateId, status, reportedOn: on, ...text, ...authored(by, at) })
        .returning({ id: updates.id });
      return { updateId: update?.id };
    },
  };
}

const authored = (by: Person, at: Date) => ({
  authorId: by.id,
  authorName: by.name,
  isSample: true,
  recordedAt: at,
});
