import "server-only";
import { eq, sql } from "drizzle-orm";
import { milestones } from "@/db/schema/milestones";
import { dueDay } from "@/domain/deadlines";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import { recordMove } from "@/server/deadlines/move";
import { defineCommand } from "@/server/define";
import { columnsOf, EditDeadlineInput } from "../schema";
import { type Deadline, loadDeadline, refuseStale } from "./lib/load-deadline";

/**
 * Changes the fields of a deadline, but not what it belongs to. A changed day is recorded in its
 * history.
 * @throws AppError NOT_FOUND; CONFLICT with the current fields; INVALID_INPUT naming a missing or
 *   unknown field
 */
export const editDeadline = defineCommand({
  name: "milestone.edit",
  permission: "milestone.write",
  input: EditDeadlineInput,
  load: ({ tx, actor, input }) => loadDeadline(tx, actor, input.deadlineId, columnsOf(input).meetingId),
  run: async ({ tx, input, row: { deadline, anchorOf }, context }) => {
    refuseStale(deadline, input.version);
    const columns = columnsOf(input);
    if (deadline.entryId === null) refuseElsewhere(deadline, columns);
    const next = { ...columns, dueOn: dueDay(columns, anchorOf) };
    const changed = changedFields(deadline, next);
    const result = { deadlineId: deadline.id };
    if (!changed) return { result, audit: null };
    await tx
      .update(milestones)
      .set({ ...next, version: sql`${milestones.version} + 1` })
      .where(eq(milestones.id, deadline.id));
    if (next.dueOn !== deadline.dueOn)
      await recordMove(tx, context, { ...result, from: deadline.dueOn, to: next.dueOn, cause: "edit" });
    return { result, audit: { subject: "milestones", subjectId: deadline.id, ...changed } };
  },
});

/**
 * A deadline of a meeting without an entry stays with that meeting: with another anchor it would
 * belong to something else.
 */
function refuseElsewhere(deadline: Deadline, { anchor, meetingId }: Pick<Deadline, "anchor" | "meetingId">): void {
  const field = anchor !== "meeting" ? "anchor" : meetingId !== deadline.meetingId ? "meetingId" : null;
  if (field !== null) throw new AppError("INVALID_INPUT", { fields: [{ field, code: "UNKNOWN_CHOICE" }] });
}
