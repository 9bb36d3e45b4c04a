import "server-only";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { loadEntry } from "@/server/entries/load";
import { loadMeeting } from "@/server/entries/load-meeting";
import { DecisionInput } from "../schema";
import { addDecision, atMeeting } from "./lib/add-decision";

/**
 * Records one meeting's decision on one entry. In an open meeting it is pending until the closing.
 * After the closing it takes effect at once, on the meeting's last day; if a later meeting has
 * moved the entry since, it changes only the history.
 * @throws AppError MEETING_CLOSED_SINCE if the form was opened while the meeting was open,
 *   DECISION_ALREADY_WAITS, LATER_POINT_BARRED, or the reason why the step is impossible
 */
export const recordDecision = defineCommand({
  name: "decision.record",
  permission: "decision.record",
  input: DecisionInput,
  load: async ({ tx, actor, input }) => ({
    loadedMeeting: await loadMeeting(tx, input.meetingId).catch(toUnknownChoice),
    loaded: await loadEntry(tx, actor, input.entryId),
  }),
  run: async ({ tx, input, row: { loadedMeeting, loaded }, context }) => {
    const { entry } = loaded;
    const { openMeetings, ...said } = input;
    const isLate = loadedMeeting.meeting.state === "closed";
    if (isLate && openMeetings.includes(loadedMeeting.meeting.id))
      throw new AppError("MEETING_CLOSED_SINCE", { field: "meetingId" });
    const { decisionId, stage } = await addDecision(tx, context, { loadedMeeting, loaded, said });
    return {
      result: { decisionId, stage, isPending: !isLate },
      audit: {
        subject: "plan_entries",
        subjectId: entry.id,
        before: { stage: entry.stage },
        after: {
          stage,
          decisionId,
          meetingId: input.meetingId,
          outcome: input.outcome,
          isPending: !isLate,
        },
      },
    };
  },
});

function toUnknownChoice(error: unknown): never {
  throw error instanceof AppError && error.code === "NOT_FOUND" ? atMeeting("UNKNOWN_CHOICE") : error;
}
