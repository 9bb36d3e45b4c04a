import "server-only";
import { eq, sql } from "drizzle-orm";
import { meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { offState } from "@/domain/meeting-state";
import { defineCommand } from "@/server/define";
import { loadMeeting, refuseStaleMeeting } from "@/server/entries/load-meeting";
import { SeenMeetingInput } from "../schema";

/**
 * Opens a planned meeting, so that its decisions can be recorded.
 * @throws AppError MEETING_CLOSED, MEETING_OFF, CONFLICT
 */
export const openMeeting = defineCommand({
  name: "meeting.open",
  permission: "meeting.open",
  input: SeenMeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: async ({ tx, input, row: loadedMeeting }) => {
    refuseStaleMeeting(loadedMeeting, input.version);
    const { state } = loadedMeeting.meeting;
    if (offState(state)) throw new AppError("MEETING_OFF");
    if (state !== "planned") throw new AppError("MEETING_CLOSED");
    await tx
      .update(meetings)
      .set({ state: "open", version: sql`${meetings.version} + 1` })
      .where(eq(meetings.id, loadedMeeting.meeting.id));
    return {
      result: null,
      audit: {
        subject: "meetings",
        subjectId: loadedMeeting.meeting.id,
        before: { state: "planned" },
        after: { state: "open" },
      },
    };
  },
});
