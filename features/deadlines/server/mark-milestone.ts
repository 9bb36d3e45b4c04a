import "server-only";
import { eq, sql } from "drizzle-orm";
import { milestones } from "@/db/schema/milestones";
import { today } from "@/server/context";
import { defineCommand } from "@/server/define";
import { MarkMilestoneInput } from "../schema";
import { loadMilestone, refuseStale } from "./lib/load-milestone";

/** Says that a deadline is met, or that it is open after all. @throws AppError NOT_FOUND, CONFLICT with the deadline as it stands */
export const markMilestone = defineCommand({
  name: "milestone.mark",
  permission: "milestone.write",
  input: MarkMilestoneInput,
  load: ({ tx, actor, input }) => loadMilestone(tx, actor, input.milestoneId),
  run: async ({ tx, actor, input, row: { milestone }, context }) => {
    refuseStale(milestone, input.version);
    const result = { entryId: milestone.entryId, meetingId: milestone.meetingId };
    const isDone = input.done === "yes";
    if (isDone === (milestone.doneOn !== null)) return { result, audit: null };
    const doneOn = isDone ? today(context) : null;
    await tx
      .update(milestones)
      .set({ doneOn, doneBy: isDone ? actor.userId : null, version: sql`${milestones.version} + 1` })
      .where(eq(milestones.id, milestone.id));
    const change = { before: { doneOn: milestone.doneOn }, after: { doneOn } };
    return { result, audit: { subject: "milestones", subjectId: milestone.id, ...change } };
  },
});
