import "server-only";
import { milestones } from "@/db/schema/milestones";
import { dueDay } from "@/domain/deadlines";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { columnsOf, NewDeadlineInput } from "../schema";
import { loadAnchor } from "./lib/load-deadline";

/**
 * Adds a deadline to an entry, or to a meeting.
 * @throws AppError NOT_FOUND for an entry that the actor may not see; INVALID_INPUT naming a
 *   missing or unknown field
 */
export const addDeadline = defineCommand({
  name: "milestone.add",
  permission: "milestone.write",
  input: NewDeadlineInput,
  load: ({ tx, actor, input }) =>
    loadAnchor(tx, actor, { entryId: input.entryId, meetingId: columnsOf(input).meetingId }),
  run: async ({ tx, actor, input, row: anchorOf, context }) => {
    const columns = columnsOf(input);
    const { entryId } = input;
    const dueOn = dueDay(columns, anchorOf);
    const made = { createdAt: context.now, createdBy: actor.userId, isSample: actor.isSample };
    const [row] = await tx
      .insert(milestones)
      .values({ ...columns, ...made, entryId, dueOn })
      .returning({ id: milestones.id });
    if (!row) throw new AppError("INTERNAL");
    const audit = { subject: "milestones", subjectId: row.id, after: { ...columns, entryId, dueOn } };
    return { result: { deadlineId: row.id, entryId, meetingId: columns.meetingId }, audit };
  },
});
