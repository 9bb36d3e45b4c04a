import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { roundPlans } from "@/db/schema/round-plans";
import { rounds } from "@/db/schema/rounds";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { OpenRoundInput } from "../schema";
import { filledDrafts } from "./lib/filled-drafts";
import { insertDrafts } from "./lib/insert-drafts";

/**
 * Opens a round for a meeting. Each ongoing entry of the chosen plans gets a draft, filled from its
 * last update, for the member state that owns it and has a focal point, otherwise for the desk.
 * @throws AppError MEETING_CLOSED, ROUND_ALREADY_OPEN; INVALID_INPUT at `meetingId`, `planIds`
 *   (ROUND_EMPTY if nothing is ongoing)
 */
export const openRound = defineCommand({
  name: "round.open",
  permission: "round.open",
  input: OpenRoundInput,
  run: async ({ tx, actor, input: { meetingId, dueOn, planIds, note }, context }) => {
    await refuseMeeting(tx, meetingId);
    await refuseUnknownPlans(tx, planIds);
    const drafts = await filledDrafts(tx, planIds);
    if (drafts.length === 0)
      throw new AppError("INVALID_INPUT", { fields: [{ field: "planIds", code: "ROUND_EMPTY" }] });
    const [round] = await tx
      .insert(rounds)
      .values({
        meetingId,
        dueOn,
        note,
        openedBy: actor.userId,
        openedByName: actor.name,
        isSample: actor.isSample,
        createdAt: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: rounds.id });
    if (!round) throw new AppError("ROUND_ALREADY_OPEN");
    const plans = [...new Set(planIds)].map((workPlanId) => ({ roundId: round.id, workPlanId }));
    await tx.insert(roundPlans).values(plans);
    await insertDrafts(tx, round.id, drafts);
    return {
      result: { roundId: round.id, drafts: drafts.length },
      audit: {
        subject: "rounds",
        subjectId: round.id,
        after: { state: "open", meetingId, dueOn, note, plans: planIds, drafts: drafts.length },
      },
    };
  },
});

/**
 * Locks the meeting, so that it cannot be closed meanwhile and two commands that open its round
 * wait for each other.
 */
async function refuseMeeting(tx: Transaction, id: number): Promise<void> {
  const [meeting] = await tx.select({ state: meetings.state }).from(meetings).where(eq(meetings.id, id)).for("update");
  if (!meeting) throw new AppError("INVALID_INPUT", { fields: [{ field: "meetingId", code: "UNKNOWN_CHOICE" }] });
  if (meeting.state === "closed") throw new AppError("MEETING_CLOSED");
  if (meeting.state === "cancelled") throw new AppError("MEETING_OFF");
  const open = and(eq(rounds.meetingId, id), eq(rounds.state, "open"));
  if ((await tx.$count(rounds, open)) > 0) throw new AppError("ROUND_ALREADY_OPEN");
}

async function refuseUnknownPlans(tx: Transaction, planIds: readonly number[]): Promise<void> {
  const wanted = [...new Set(planIds)];
  const plans = await tx.select({ state: workPlans.state }).from(workPlans).where(inArray(workPlans.id, wanted));
  const refuse = (code: "UNKNOWN_CHOICE" | "PLAN_CLOSED") =>
    new AppError("INVALID_INPUT", { fields: [{ field: "planIds", code }] });
  if (plans.length !== wanted.length) throw refuse("UNKNOWN_CHOICE");
  if (plans.some(({ state }) => state === "closed")) throw refuse("PLAN_CLOSED");
}
