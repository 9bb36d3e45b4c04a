import "server-only";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { defineCommand } from "@/server/define";
import { loadMeeting } from "@/server/entries/load-meeting";
import { SeenMeetingInput } from "../schema";
import { changeState } from "./lib/change-state";

/**
 * Plans a postponed meeting again; heads of division also one that was cancelled.
 * @throws AppError FORBIDDEN, CONFLICT, MEETING_STATE_FIXED
 */
export const replanMeeting = defineCommand({
  name: "meeting.replan",
  permission: "meeting.update",
  input: SeenMeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: ({ tx, actor, input: { version }, row, context }) => {
    if (row.meeting.state === "cancelled" && !can(actor, "meeting.cancel")) throw new AppError("FORBIDDEN");
    return changeState(tx, context, row, { state: "planned", reason: null, version });
  },
});
