import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { agendaItems, decisions } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { refuseClosedMeeting } from "@/server/entries/load-meeting";
import { rowId } from "@/server/form-fields";
import { loadItem } from "./lib/load-item";

/**
 * Removes an item from the agenda, with its entries.
 * @throws AppError MEETING_CLOSED, MEETING_HAS_DECISIONS if there are decisions under the item
 */
export const removeAgendaItem = defineCommand({
  name: "agenda.remove",
  permission: "agenda.update",
  input: z.object({ itemId: rowId }),
  load: ({ tx, input }) => loadItem(tx, input.itemId),
  run: async ({ tx, row: loadedItem }) => {
    refuseClosedMeeting(loadedItem);
    const { item } = loadedItem;
    if ((await tx.$count(decisions, eq(decisions.agendaItemId, item.id))) > 0)
      throw new AppError("MEETING_HAS_DECISIONS");
    await tx.delete(agendaItems).where(eq(agendaItems.id, item.id));
    const { id, meetingId, no, titleEn, titleLo } = item;
    return {
      result: { meetingId },
      audit: { subject: "meetings", subjectId: meetingId, before: { agendaItem: id, no, titleEn, titleLo } },
    };
  },
});
