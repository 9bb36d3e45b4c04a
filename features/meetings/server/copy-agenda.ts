import "server-only";
import { agendaItems } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { loadMeeting, refuseClosedMeeting } from "@/server/entries/load-meeting";
import { MeetingInput } from "../schema";
import { formerMeeting, itemsOf } from "./lib/former-agenda";

/**
 * Copies the numbers and titles of the last agenda of the series to a meeting that has none yet;
 * activities and documents stay where they are.
 * @throws AppError MEETING_CLOSED, MEETING_OFF, AGENDA_NOT_EMPTY, NOT_FOUND if there is none
 */
export const copyAgenda = defineCommand({
  name: "agenda.copy",
  permission: "agenda.update",
  input: MeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: async ({ tx, actor, input: { meetingId }, row: loadedMeeting }) => {
    refuseClosedMeeting(loadedMeeting);
    if ((await itemsOf(tx, meetingId)).length > 0) throw new AppError("AGENDA_NOT_EMPTY");
    const former = await formerMeeting(tx, loadedMeeting.meeting);
    if (!former) throw new AppError("NOT_FOUND");
    const items = await itemsOf(tx, former.id);
    const rows = items.map((item, index) => ({ ...item, meetingId, position: index + 1, isSample: actor.isSample }));
    await tx.insert(agendaItems).values(rows);
    return {
      result: { meetingId },
      audit: { subject: "meetings", subjectId: meetingId, after: { agendaOf: former.code, items: rows.length } },
    };
  },
});
