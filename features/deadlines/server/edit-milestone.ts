import "server-only";
import { eq, sql } from "drizzle-orm";
import { milestones } from "@/db/schema/milestones";
import { AppError } from "@/domain/errors";
import { dueDay } from "@/domain/milestones";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { noteMove } from "@/server/milestones/move";
import { columnsOf, EditMilestoneInput } from "../schema";
import { loadMilestone, type Milestone, refuseStale } from "./lib/load-milestone";

/**
 * Changes what a deadline says and hangs on, but not whose it is; a day that becomes another one is in its history.
 * @throws AppError NOT_FOUND; CONFLICT with the deadline as it stands; INVALID_INPUT naming what is missing or unknown
 */
export const editMilestone = defineCommand({
  name: "milestone.edit",
  permission: "milestone.write",
  input: EditMilestoneInput,
  load: ({ tx, actor, input }) => loadMilestone(tx, actor, input.milestoneId, columnsOf(input).meetingId),
  run: async ({ tx, input, row: { milestone, ground }, context }) => {
    refuseStale(milestone, input.version);
    const columns = columnsOf(input);
    if (milestone.entryId === null) refuseElsewhere(milestone, columns);
    const next = { ...columns, dueOn: dueDay(columns, ground) };
    const changed = changedFields(milestone, next);
    const result = { milestoneId: milestone.id };
    if (!changed) return { result, audit: null };
    await tx
      .update(milestones)
      .set({ ...next, version: sql`${milestones.version} + 1` })
      .where(eq(milestones.id, milestone.id));
    if (next.dueOn !== milestone.dueOn)
      await noteMove(tx, context, { ...result, from: milestone.dueOn, to: next.dueOn, cause: "edit" });
    return { result, audit: { subject: "milestones", subjectId: milestone.id, ...changed } };
  },
});

/** A deadline of a meeting alone is that meeting's: on another, or on none, it would be somebody else's. */
function refuseElsewhere(milestone: Milestone, { anchor, meetingId }: Pick<Milestone, "anchor" | "meetingId">): void {
  const field = anchor !== "meeting" ? "anchor" : meetingId !== milestone.meetingId ? "meetingId" : null;
  if (field !== null) throw new AppError("INVALID_INPUT", { fields: [{ field, code: "UNKNOWN_CHOICE" }] });
}
