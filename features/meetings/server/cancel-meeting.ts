import "server-only";
import { defineCommand } from "@/server/define";
import { loadMeeting } from "@/server/entries/load-meeting";
import { OffMeetingInput } from "../schema";
import { changeState } from "./lib/change-state";

/**
 * Cancels a meeting that has not been held; nothing is due any more because of it.
 * @throws AppError CONFLICT, MEETING_STATE_FIXED, MEETING_HAS_DECISIONS
 */
export const cancelMeeting = defineCommand({
  name: "meeting.cancel",
  permission: "meeting.cancel",
  input: OffMeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: ({ tx, input: { reason, version }, row, context }) =>
    changeState(tx, context, row, { state: "cancelled", reason, version }),
});
