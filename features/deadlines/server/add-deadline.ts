import "server-only";
import { milestones } from "@/db/schema/milestones";
import { AppError } from "@/domain/errors";
import { dueDay } from "@/domain/deadlines";
import { defineCommand } from "@/server/define";
import { columnsOf, NewDeadlineInput } from "../schema";
import { loadGround } from "./lib/load-deadline";

/**
 * Adds a deadline to an entry, or to a meeting.
 * @throws AppError NOT_FOUND for an entry that the actor may not see; INVALID_INPUT naming what is missing or unknown
 */
export const addDeadline = defineCommand({
  name: "milestone.add",
  permission: "milestone.write",
  input: NewDeadlineInput,
  load: ({ tx, actor, input }) =>
    loadGround(tx, actor, { entryId: input.entryId, meetingId: columnsOf(input).meetingId }),
  run: async ({ tx, actor, input, row: ground, context }) => {
    const columns = columnsOf(input);
    const { entryId } = input;
    const dueOn = dueDay(columns, ground);
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
