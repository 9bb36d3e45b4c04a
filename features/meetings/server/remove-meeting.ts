import "server-only";
import { eq } from "drizzle-orm";
import { readWithParts } from "@/db/bin-rows";
import { meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { putInBin } from "@/server/bin/put-in-bin";
import { defineCommand } from "@/server/define";
import { loadMeeting, refuseStaleMeeting } from "@/server/entries/load-meeting";
import { SeenMeetingInput } from "../schema";
import { hasTies } from "./lib/has-ties";

/**
 * Removes a meeting that was not held and on which nothing hangs, such as one entered twice. It can
 * be restored from the bin.
 * @throws AppError CONFLICT, MEETING_STATE_FIXED, MEETING_IN_USE
 */
export const removeMeeting = defineCommand({
  name: "meeting.remove",
  permission: "meeting.update",
  input: SeenMeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: async ({ tx, input, row: loadedMeeting, context }) => {
    refuseStaleMeeting(loadedMeeting, input.version);
    const { meeting } = loadedMeeting;
    if (meeting.state === "open" || meeting.state === "closed") throw new AppError("MEETING_STATE_FIXED");
    if (await hasTies(tx, meeting.id)) throw new AppError("MEETING_IN_USE");
    const { id, code, titleEn, titleLo, firstOn, lastOn } = meeting;
    const rows = await readWithParts(tx, "meetings", id);
    await putInBin(tx, context, { kind: "meeting", subjectId: id, code, nameEn: titleEn, nameLo: titleLo, rows });
    await tx.delete(meetings).where(eq(meetings.id, id));
    return {
      result: null,
      audit: { subject: "meetings", subjectId: id, before: { code, titleEn, titleLo, firstOn, lastOn } },
    };
  },
});
