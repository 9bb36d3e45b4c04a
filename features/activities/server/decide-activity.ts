import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { effectiveAt } from "@/db/entry-versions";
import { bodies } from "@/db/schema/bodies";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { type DecisionOutcome, isOutcomeOfBody, type Stage, stageAfter } from "@/domain/lifecycle";
import { type Context, today } from "@/server/context";
import { defineCommand } from "@/server/define";
import { type LoadedEntry, loadEntry, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { DecisionInput } from "../schema";

/** Records what one meeting decided on one entry; that moves the entry's stage, on the meeting's last day. */
export const decideActivity = defineCommand({
  name: "decision.record",
  permission: "decision.record",
  input: DecisionInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, actor, input, row: loaded, context }) => {
    const { entry } = loaded;
    refuseClosedPlan(loaded);
    if (entry.version !== input.version) {
      throw new AppError("CONFLICT", { current: { stage: entry.stage ?? "", version: String(entry.version) } });
    }
    const day = await meetingDay(tx, context, input.meetingId, input.outcome);
    const next = stageAfter(entry.stage, input.outcome, entry.status);
    if (next === "refused") throw new AppError("STAGE_STEP_REFUSED");
    const stageTo = next === "same" ? entry.stage : next;
    const { version: _seen, ...said } = input;
    const [decision] = await tx
      .insert(decisions)
      .values({ ...said, stageFrom: entry.stage, stageTo: next === "same" ? null : next, recordedBy: actor.userId })
      .returning({ id: decisions.id });
    if (!decision) throw new AppError("INTERNAL");
    const saved = await tx
      .update(planEntries)
      .set({
        ...stageColumns(entry, stageTo),
        version: sql`${planEntries.version} + 1`,
        updatedAt: context.now,
        updatedBy: actor.userId,
      })
      .where(and(eq(planEntries.id, entry.id), eq(planEntries.version, input.version)))
      .returning({ id: planEntries.id });
    if (saved.length === 0) throw new AppError("CONFLICT");
    await recordVersion(tx, context, entry.id, {
      change: "decision.record",
      effectiveAt: effectiveAt(day),
      decisionId: decision.id,
    });
    return {
      result: { decisionId: decision.id, stage: stageTo },
      audit: {
        subject: "plan_entries",
        subjectId: entry.id,
        before: { stage: entry.stage },
        after: { stage: stageTo, decisionId: decision.id, meetingId: input.meetingId, outcome: input.outcome },
      },
    };
  },
});

/** The day on which the meeting's decisions take effect: its last. @throws AppError naming what is wrong with the meeting */
async function meetingDay(
  tx: Transaction,
  context: Context,
  meetingId: number,
  outcome: DecisionOutcome,
): Promise<string> {
  const refuse = (
    field: string,
    code: "UNKNOWN_CHOICE" | "MEETING_DAY_UNKNOWN" | "DAY_AHEAD" | "OUTCOME_NOT_OF_BODY",
  ) => new AppError("INVALID_INPUT", { fields: [{ field, code }] });
  const [meeting] = await tx
    .select({ lastOn: meetings.lastOn, body: bodies.code })
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(eq(meetings.id, meetingId));
  if (!meeting) throw refuse("meetingId", "UNKNOWN_CHOICE");
  if (meeting.lastOn === null) throw refuse("meetingId", "MEETING_DAY_UNKNOWN");
  if (meeting.lastOn > today(context)) throw refuse("meetingId", "DAY_AHEAD");
  if (!isOutcomeOfBody(outcome, meeting.body)) throw refuse("outcome", "OUTCOME_NOT_OF_BODY");
  return meeting.lastOn;
}

/** With approval the work begins at "not started, on track"; whoever loses approval loses the status with it. */
function stageColumns(entry: LoadedEntry["entry"], stage: Stage | null) {
  const wasSubmitted = entry.wasSubmitted || (stage !== null && stage !== "draft");
  if (stage === "approved") {
    const fresh = { status: "not_started", schedule: "on_track", scheduleReason: null, progress: 0 } as const;
    return { stage, wasSubmitted, wasApproved: true, ...(entry.status === null ? fresh : {}) };
  }
  return { stage, wasSubmitted, status: null, schedule: null, scheduleReason: null, progress: null };
}
