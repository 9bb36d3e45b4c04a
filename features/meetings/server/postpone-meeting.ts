import "server-only";
import { defineCommand } from "@/server/define";
import { loadMeeting } from "@/server/entries/load-meeting";
import { OffMeetingInput } from "../schema";
import { changeState } from "./lib/change-state";

/**
 * Postpones a planned meeting until its new days are known; its deadlines wait with it.
 * @throws AppError CONFLICT, MEETING_STATE_FIXED
 */
export const postponeMeeting = defineCommand({
  name: "meeting.postpone",
  permission: "meeting.update",
  input: OffMeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: ({ tx, input: { reason, version }, row, context }) =>
    changeState(tx, context, row, { state: "postponed", reason, version }),
});
