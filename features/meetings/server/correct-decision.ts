import "server-only";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { stageCorrected } from "@/domain/closing";
import { type Chain, chainsOf } from "@/domain/decision-chains";
import { AppError } from "@/domain/errors";
import { isOutcomeOfBody } from "@/domain/lifecycle";
import { defineCommand } from "@/server/define";
import { loadEntry } from "@/server/entries/load";
import { dayOfEffect, loadMeeting } from "@/server/entries/load-meeting";
import { moveStage } from "@/server/entries/move-stage";
import { CorrectionInput } from "../schema";
import { isLatestDecision } from "./lib/overtaken";

type Decision = typeof decisions.$inferSelect;

/**
 * Corrects a recorded decision by another one of the same meeting, effective on its last day. The
 * wrong one stays in the history.
 * @throws AppError MEETING_NOT_OPEN for a pending decision (it can be removed instead),
 *   ALREADY_CORRECTED, DECISION_NOT_LATEST if a later decision, a later change of stage or a
 *   carried-over approval depends on it, STAGE_STEP_REFUSED if work has begun that only an approved
 *   entry can have
 */
export const correctDecision = defineCommand({
  name: "decision.correct",
  permission: "decision.record",
  input: CorrectionInput,
  load: async ({ tx, actor, input }) => {
    const [decision] = await tx.select().from(decisions).where(eq(decisions.id, input.decisionId));
    if (!decision) throw new AppError("NOT_FOUND");
    const loadedMeeting = await loadMeeting(tx, decision.meetingId);
    return { decision, loadedMeeting, loaded: await loadEntry(tx, actor, decision.entryId) };
  },
  run: async ({ tx, actor, input, row: { decision, loadedMeeting, loaded }, context }) => {
    const { entry, plan } = loaded;
    if (entry.version !== input.version)
      throw new AppError("CONFLICT", { current: { version: String(entry.version) } });
    if (decision.appliedAt === null) throw new AppError("MEETING_NOT_OPEN");
    if (plan.state === "closed") throw new AppError("PLAN_CLOSED");
    if (!isOutcomeOfBody(input.outcome, loadedMeeting.body))
      throw new AppError("INVALID_INPUT", { fields: [{ field: "outcome", code: "OUTCOME_NOT_OF_BODY" }] });
    const { chain, others } = await readChain(tx, decision);
    const current = { stage: entry.stage, status: entry.status, isPlanClosed: false };
    const stage = stageCorrected(current, chain, input.outcome);
    if (stage === "refused") throw new AppError("STAGE_STEP_REFUSED");
    // An entry that was carried over as approved by this decision would lose its approval.
    const carried = inArray(planEntries.carriedDecisionId, [...chain.ids]);
    if (stage !== "approved" && (await tx.$count(planEntries, carried)) > 0) throw new AppError("DECISION_NOT_LATEST");
    const day = dayOfEffect(loadedMeeting, context);
    const { decisionId: correctsId, version: _seen, ...decisionFields } = input;
    const { meetingId, agendaNo, agendaItemId } = decision;
    const [made] = await tx
      .insert(decisions)
      .values({
        ...decisionFields,
        correctsId,
        meetingId,
        agendaNo,
        agendaItemId,
        entryId: entry.id,
        stageFrom: entry.stage,
        stageTo: stage === entry.stage ? null : stage,
        appliedAt: context.now,
        recordedAt: context.now,
        recordedBy: actor.userId,
      })
      .returning({ id: decisions.id });
    if (!made) throw new AppError("INTERNAL");
    const wasCarried = entry.carriedDecisionId !== null;
    const wasApproved = stage === "approved" || wasCarried || wasApprovedApart(chain, others, entry.wasApproved);
    await moveStage(tx, context, entry, {
      to: stage === entry.stage ? null : stage,
      decisionId: made.id,
      day,
      wasApproved,
    });
    return {
      result: { decisionId: made.id, entryId: entry.id, meetingId, stage },
      audit: {
        subject: "plan_entries",
        subjectId: entry.id,
        before: { stage: entry.stage, decisionId: correctsId, outcome: decision.outcome },
        after: { stage, decisionId: made.id, meetingId, outcome: input.outcome },
      },
    };
  },
});

/**
 * The decision with its corrections, and the other decisions on the entry. Only the latest decision
 * can be corrected.
 */
async function readChain(tx: Transaction, decision: Decision): Promise<{ chain: Chain; others: readonly Chain[] }> {
  const all = await tx
    .select({
      id: decisions.id,
      correctsId: decisions.correctsId,
      from: decisions.stageFrom,
      to: decisions.stageTo,
      isLatest: isLatestDecision,
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(and(eq(decisions.entryId, decision.entryId), isNotNull(decisions.appliedAt)));
  if (all.some(({ correctsId }) => correctsId === decision.id)) throw new AppError("ALREADY_CORRECTED");
  if (!all.some(({ id, isLatest }) => id === decision.id && isLatest)) throw new AppError("DECISION_NOT_LATEST");
  const chains = chainsOf(all);
  const chain = chains.find(({ ids }) => ids.includes(decision.id));
  if (!chain) throw new AppError("INTERNAL");
  return { chain, others: chains.filter((other) => other !== chain) };
}

/**
 * True if the entry was ever approved by something other than this decision and its corrections.
 */
function wasApprovedApart(chain: Chain, others: readonly Chain[], was: boolean): boolean {
  if (!was || chain.from === "approved" || !chain.passed.has("approved")) return was;
  return others.some(({ from, to }) => from === "approved" || to === "approved");
}
