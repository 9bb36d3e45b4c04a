import "server-only";
import { meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { knownDays } from "@/domain/meeting-days";
import { defineCommand } from "@/server/define";
import { NewMeetingInput } from "../schema";
import { newMeetingCode } from "./lib/meeting-code";
import { refuseUnknownChoices } from "./lib/refuse-unknown-choices";

/**
 * Creates a planned meeting.
 * @throws AppError INVALID_INPUT naming a field that is missing, unknown or taken
 */
export const createMeeting = defineCommand({
  name: "meeting.create",
  permission: "meeting.create",
  input: NewMeetingInput,
  run: async ({ tx, actor, input }) => {
    await refuseUnknownChoices(tx, input);
    const code = await newMeetingCode(tx, input);
    const fields = { ...input, ...knownDays(input) };
    const [meeting] = await tx
      .insert(meetings)
      .values({ ...fields, code, state: "planned", isSample: actor.isSample })
      .returning({ id: meetings.id });
    if (!meeting) throw new AppError("INTERNAL");
    return {
      result: { meetingId: meeting.id },
      audit: { subject: "meetings", subjectId: meeting.id, after: { ...fields, code, state: "planned" } },
    };
  },
});
