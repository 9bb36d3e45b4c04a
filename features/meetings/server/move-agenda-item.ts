import "server-only";
import { asc, eq } from "drizzle-orm";
import { agendaItems } from "@/db/schema/meetings";
import { defineCommand } from "@/server/define";
import { refuseClosedMeeting } from "@/server/entries/load-meeting";
import { MoveItemInput } from "../schema";
import { loadItem } from "./lib/load-item";

/**
 * Moves an item of the agenda before or behind its neighbour. Closing applies decisions in the
 * order of the agenda, so its review shows what the new order does.
 * @throws AppError MEETING_CLOSED, MEETING_OFF
 */
export const moveAgendaItem = defineCommand({
  name: "agenda.move",
  permission: "agenda.update",
  input: MoveItemInput,
  load: ({ tx, input }) => loadItem(tx, input.itemId),
  run: async ({ tx, input: { itemId, to }, row: loadedItem }) => {
    refuseClosedMeeting(loadedItem);
    const { meetingId, no } = loadedItem.item;
    const result = { meetingId };
    const items = await tx
      .select({ id: agendaItems.id, position: agendaItems.position })
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, meetingId))
      .orderBy(asc(agendaItems.position), asc(agendaItems.id));
    const from = items.findIndex(({ id }) => id === itemId);
    const place = from + (to === "up" ? -1 : 1);
    const [moved] = items.slice(from, from + 1);
    if (!moved || place < 0 || place >= items.length) return { result, audit: null };
    items.splice(from, 1);
    items.splice(place, 0, moved);
    for (const [index, { id, position }] of items.entries()) {
      if (position !== index + 1)
        await tx
          .update(agendaItems)
          .set({ position: index + 1 })
          .where(eq(agendaItems.id, id));
    }
    return {
      result,
      audit: {
        subject: "meetings",
        subjectId: meetingId,
        before: { agendaItem: itemId, no, place: from + 1 },
        after: { place: place + 1 },
      },
    };
  },
});
