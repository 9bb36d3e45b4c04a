import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { decisions } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { loadMeeting } from "@/server/entries/load-meeting";
import { rowId } from "@/server/form-fields";

/**
 * Removes a pending decision.
 * @throws AppError MEETING_CLOSED if it has been applied
 */
export const removeDecision = defineCommand({
  name: "decision.remove",
  permission: "decision.record",
  input: z.object({ decisionId: rowId }),
  load: async ({ tx, input }) => {
    const [seen] = await tx
      .select({ meetingId: decisions.meetingId })
      .from(decisions)
      .where(eq(decisions.id, input.decisionId));
    if (!seen) throw new AppError("NOT_FOUND");
    await loadMeeting(tx, seen.meetingId);
    // Read again under the lock of the meeting, which may have closed in the meantime.
    const [decision] = await tx.select().from(decisions).where(eq(decisions.id, input.decisionId));
    if (!decision) throw new AppError("NOT_FOUND");
    return decision;
  },
  run: async ({ tx, row: decision }) => {
    if (decision.appliedAt !== null) throw new AppError("MEETING_CLOSED");
    await tx.delete(decisions).where(eq(decisions.id, decision.id));
    const { id, entryId, meetingId, verbPrinted, outcome, agendaNo, textEn, textLo, reference } = decision;
    return {
      result: { meetingId },
      audit: {
        subject: "plan_entries",
        subjectId: entryId,
        before: { decisionId: id, meetingId, verbPrinted, outcome, agendaNo, textEn, textLo, reference },
      },
    };
  },
});
