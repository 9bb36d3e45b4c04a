import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { decisions } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { isOutcomeOfBody, stageAfter } from "@/domain/lifecycle";
import type { AuditChange } from "@/server/audit";
import type { Context } from "@/server/context";
import { defineCommand } from "@/server/define";
import { refuseClosedPlan } from "@/server/entries/load";
import { dayOfEffect, type LoadedMeeting, loadMeeting } from "@/server/entries/load-meeting";
import { moveStage } from "@/server/entries/move-stage";
import { recordVersion } from "@/server/entries/record-version";
import { type Decided, DecidedInput, type DecidedLine } from "../decided-schema";
import { nextCode } from "./lib/save-activity";
import { saveParties } from "./lib/save-parties";
import { sourceIdOf } from "./lib/source-of";

/**
 * Enters activities on which a meeting has decided already, without concept note: each is in the
 * plan as of the meeting's last day, with its decision and the source. All or none.
 * @returns the codes, in the order of the lines
 * @throws AppError PLAN_CLOSED, or INVALID_INPUT (`meetingId`: UNKNOWN_CHOICE, MEETING_NOT_CLOSED,
 *   or as `dayOfEffect` does; `outcome`: OUTCOME_NOT_OF_BODY; `titles`: STATE_UNKNOWN {code}, or
 *   TITLE_REPEATED {title})
 */
export const enterDecided = defineCommand({
  name: "activity.enterDecided",
  permission: "activity.enterDecided",
  input: DecidedInput,
  load: async ({ tx, input }) => {
    const meeting = await loadMeeting(tx, input.meetingId).catch(toUnknownChoice);
    const [plan] = await tx.select().from(workPlans).where(eq(workPlans.id, input.planId)).for("share");
    if (!plan) throw new AppError("NOT_FOUND");
    return { meeting, plan };
  },
  run: async ({ tx, input, row: { meeting, plan }, context }) => {
    refuseClosedPlan({ plan });
    const refuse = (field: string, code: "MEETING_NOT_CLOSED" | "OUTCOME_NOT_OF_BODY") =>
      new AppError("INVALID_INPUT", { fields: [{ field, code }] });
    if (meeting.meeting.state !== "closed") throw refuse("meetingId", "MEETING_NOT_CLOSED");
    if (!isOutcomeOfBody(input.outcome, meeting.body)) throw refuse("outcome", "OUTCOME_NOT_OF_BODY");
    const day = dayOfEffect(meeting, context);
    refuseRepeated(input.titles);
    const stateIds = await statesOf(tx, input.titles);
    const sourceId = await sourceIdOf(tx, input);
    const codes: string[] = [];
    const audit: AuditChange[] = [];
    for (const line of input.titles) {
      const stateId = line.stateCode === null ? input.proponentStateId : (stateIds.get(line.stateCode) ?? null);
      const { code, entry } = await addSubmitted(tx, context, { line, input, stateId, periodId: plan.periodId });
      await decide(tx, context, { entry, input, meeting, day, sourceId });
      codes.push(code);
      const after = { code, ...line, meetingId: meeting.meeting.id, outcome: input.outcome };
      audit.push({ subject: "plan_entries", subjectId: entry.id, before: null, after });
    }
    return { result: { planId: plan.id, codes }, audit };
  },
});

function toUnknownChoice(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== "NOT_FOUND") throw error;
  throw new AppError("INVALID_INPUT", { fields: [{ field: "meetingId", code: "UNKNOWN_CHOICE" }] });
}

/** A line that stands twice in the paste is a slip. */
function refuseRepeated(lines: readonly DecidedLine[]): void {
  const seen = new Set<string>();
  for (const { titleEn, titleLo } of lines) {
    const title = titleEn ?? titleLo ?? "";
    const key = title.toLowerCase();
    if (seen.has(key))
      throw new AppError("INVALID_INPUT", { fields: [{ field: "titles", code: "TITLE_REPEATED", params: { title } }] });
    seen.add(key);
  }
}

async function statesOf(tx: Transaction, lines: readonly DecidedLine[]): Promise<Map<string, number>> {
  const codes = [...new Set(lines.flatMap(({ stateCode }) => stateCode ?? []))];
  if (codes.length === 0) return new Map();
  const rows = await tx
    .select({ id: memberStates.id, code: memberStates.code })
    .from(memberStates)
    .where(inArray(memberStates.code, codes));
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const unknown = codes.find((code) => !ids.has(code));
  if (unknown === undefined) return ids;
  throw new AppError("INVALID_INPUT", {
    fields: [{ field: "titles", code: "STATE_UNKNOWN", params: { code: unknown } }],
  });
}

type NewRow = { line: DecidedLine; input: Decided; stateId: number | null; periodId: number };
type Entry = typeof planEntries.$inferSelect;

async function addSubmitted(tx: Transaction, context: Context, { line, input, stateId, periodId }: NewRow) {
  const code = await nextCode(tx, periodId);
  const { titleEn, titleLo } = line;
  const originalLocale = titleLo === null ? "en" : "lo";
  const [activity] = await tx
    .insert(activities)
    .values({ code, titleEn, titleLo, originalLocale, kind: input.kind, isSample: context.actor.isSample })
    .returning({ id: activities.id });
  const [entry] = await tx
    .insert(planEntries)
    .values({
      activityId: activity?.id ?? 0,
      workPlanId: input.planId,
      stage: "submitted",
      wasSubmitted: true,
      counted: input.counted,
      updatedBy: context.actor.userId,
    })
    .returning();
  if (!entry) throw new AppError("INTERNAL");
  const none = { coProponentStateIds: [], implementingStateIds: [], participantStateIds: [], funderPartnerIds: [] };
  await saveParties(tx, entry.id, periodId, { ...none, proponentStateId: stateId });
  // As if it had been submitted: `moveStage` lets it begin on the meeting's day.
  await recordVersion(tx, context, entry.id, { change: "entry.submit" });
  return { code, entry };
}

type Decision = { entry: Entry; input: Decided; meeting: LoadedMeeting; day: string; sourceId: number | null };

async function decide(tx: Transaction, context: Context, { entry, input, meeting, day, sourceId }: Decision) {
  const { verbPrinted, outcome, reference } = input;
  const next = stageAfter("submitted", outcome, null);
  const to = next === "same" || next === "refused" ? null : next;
  const [decision] = await tx
    .insert(decisions)
    .values({
      meetingId: meeting.meeting.id,
      entryId: entry.id,
      verbPrinted,
      outcome,
      reference,
      stageFrom: "submitted",
      stageTo: to,
      sourceId,
      appliedAt: context.now,
      recordedAt: context.now,
      recordedBy: context.actor.userId,
    })
    .returning({ id: decisions.id });
  if (!decision) throw new AppError("INTERNAL");
  await moveStage(tx, context, entry, { to, decisionId: decision.id, day });
}
