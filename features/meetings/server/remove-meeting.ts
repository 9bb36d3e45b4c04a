import "server-only";
import { eq } from "drizzle-orm";
import { meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { loadMeeting, refuseStaleMeeting } from "@/server/entries/load-meeting";
import { SeenMeetingInput } from "../schema";
import { hasTies } from "./lib/has-ties";

/**
 * Removes a meeting that was not held and on which nothing hangs, such as one entered twice.
 * @throws AppError CONFLICT, MEETING_STATE_FIXED, MEETING_IN_USE
 */
export const removeMeeting = defineCommand({
  name: "meeting.remove",
  permission: "meeting.update",
  input: SeenMeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: async ({ tx, input, row: loadedMeeting }) => {
    refuseStaleMeeting(loadedMeeting, input.version);
    const { meeting } = loadedMeeting;
    if (meeting.state === "open" || meeting.state === "closed") throw new AppError("MEETING_STATE_FIXED");
    if (await hasTies(tx, meeting.id)) throw new AppError("MEETING_IN_USE");
    await tx.delete(meetings).where(eq(meetings.id, meeting.id));
    const { code, titleEn, titleLo, firstOn, lastOn } = meeting;
    return {
      result: null,
      audit: { subject: "meetings", subjectId: meeting.id, before: { code, titleEn, titleLo, firstOn, lastOn } },
    };
  },
});
