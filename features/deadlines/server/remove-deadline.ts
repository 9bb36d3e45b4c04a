import "server-only";
import { eq } from "drizzle-orm";
import { milestones } from "@/db/schema/milestones";
import { defineCommand } from "@/server/define";
import { SeenDeadlineInput } from "../schema";
import { loadDeadline, refuseStale } from "./lib/load-deadline";

/**
 * Removes a deadline with its history. The audit log records what it was.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export const removeDeadline = defineCommand({
  name: "milestone.remove",
  permission: "milestone.write",
  input: SeenDeadlineInput,
  load: ({ tx, actor, input }) => loadDeadline(tx, actor, input.deadlineId),
  run: async ({ tx, input, row: { deadline } }) => {
    refuseStale(deadline, input.version);
    await tx.delete(milestones).where(eq(milestones.id, deadline.id));
    const { entryId, meetingId, titleEn, titleLo, anchor, fixedOn, offsetDays, dueOn, doneOn } = deadline;
    const before = { entryId, meetingId, titleEn, titleLo, anchor, fixedOn, offsetDays, dueOn, doneOn };
    return {
      result: { entryId, meetingId },
      audit: { subject: "milestones", subjectId: deadline.id, before },
    };
  },
});
