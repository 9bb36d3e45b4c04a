import "server-only";
import { eq, sql } from "drizzle-orm";
import { milestones } from "@/db/schema/milestones";
import { today } from "@/server/context";
import { defineCommand } from "@/server/define";
import { MarkDeadlineInput } from "../schema";
import { loadDeadline, refuseStale } from "./lib/load-deadline";

/**
 * Marks a deadline as met, or opens it again.
 * @throws AppError NOT_FOUND, CONFLICT with the current fields
 */
export const markDeadline = defineCommand({
  name: "milestone.mark",
  permission: "milestone.write",
  input: MarkDeadlineInput,
  load: ({ tx, actor, input }) => loadDeadline(tx, actor, input.deadlineId),
  run: async ({ tx, actor, input, row: { deadline }, context }) => {
    refuseStale(deadline, input.version);
    const result = { entryId: deadline.entryId, meetingId: deadline.meetingId };
    const isDone = input.done === "yes";
    if (isDone === (deadline.doneOn !== null)) return { result, audit: null };
    const doneOn = isDone ? today(context) : null;
    await tx
      .update(milestones)
      .set({ doneOn, doneBy: isDone ? actor.userId : null, version: sql`${milestones.version} + 1` })
      .where(eq(milestones.id, deadline.id));
    const change = { before: { doneOn: deadline.doneOn }, after: { doneOn } };
    return { result, audit: { subject: "milestones", subjectId: deadline.id, ...change } };
  },
});
