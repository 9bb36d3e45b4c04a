import "server-only";
import { eq } from "drizzle-orm";
import { milestones } from "@/db/schema/milestones";
import { defineCommand } from "@/server/define";
import { SeenMilestoneInput } from "../schema";
import { loadMilestone, refuseStale } from "./lib/load-milestone";

/** Removes a deadline with its history; the audit log keeps what it was. @throws AppError NOT_FOUND, CONFLICT */
export const removeMilestone = defineCommand({
  name: "milestone.remove",
  permission: "milestone.write",
  input: SeenMilestoneInput,
  load: ({ tx, actor, input }) => loadMilestone(tx, actor, input.milestoneId),
  run: async ({ tx, input, row: { milestone } }) => {
    refuseStale(milestone, input.version);
    await tx.delete(milestones).where(eq(milestones.id, milestone.id));
    const { entryId, meetingId, titleEn, titleLo, anchor, fixedOn, offsetDays, dueOn, doneOn } = milestone;
    const before = { entryId, meetingId, titleEn, titleLo, anchor, fixedOn, offsetDays, dueOn, doneOn };
    return {
      result: { entryId, meetingId },
      audit: { subject: "milestones", subjectId: milestone.id, before },
    };
  },
});
