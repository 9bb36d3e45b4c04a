import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { agendaEntries, decisions } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { refuseClosedMeeting } from "@/server/entries/load-meeting";
import { rowId } from "@/server/form-fields";
import { loadItem } from "./lib/load-item";

/**
 * Removes an entry from an agenda item.
 * @throws AppError MEETING_CLOSED, MEETING_HAS_DECISIONS if there is a decision on it under that
 *   item, NOT_FOUND
 */
export const takeOffAgenda = defineCommand({
  name: "agenda.take",
  permission: "agenda.update",
  input: z.object({ itemId: rowId, entryId: rowId }),
  load: ({ tx, input }) => loadItem(tx, input.itemId),
  run: async ({ tx, input: { itemId, entryId }, row: loadedItem }) => {
    refuseClosedMeeting(loadedItem);
    const decided = and(eq(decisions.agendaItemId, itemId), eq(decisions.entryId, entryId));
    if ((await tx.$count(decisions, decided)) > 0) throw new AppError("MEETING_HAS_DECISIONS");
    const taken = await tx
      .delete(agendaEntries)
      .where(and(eq(agendaEntries.itemId, itemId), eq(agendaEntries.entryId, entryId)))
      .returning({ entryId: agendaEntries.entryId });
    if (taken.length === 0) throw new AppError("NOT_FOUND");
    const { id: meetingId } = loadedItem.meeting;
    return {
      result: { meetingId },
      audit: { subject: "meetings", subjectId: meetingId, before: { agendaItem: itemId, entries: [entryId] } },
    };
  },
});
