import "server-only";
import { and, inArray } from "drizzle-orm";
import { agendaEntries } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { refuseClosedMeeting } from "@/server/entries/load-meeting";
import { visibleEntries } from "@/server/scope";
import { AgendaEntriesInput } from "../schema";
import { loadItem } from "./lib/load-item";

/**
 * Adds one or more entries to an agenda item. Entries that are there already stay.
 * @throws AppError MEETING_CLOSED
 */
export const putOnAgenda = defineCommand({
  name: "agenda.put",
  permission: "agenda.update",
  input: AgendaEntriesInput,
  load: ({ tx, input }) => loadItem(tx, input.itemId),
  run: async ({ tx, actor, input: { itemId, entryIds }, row: loadedItem }) => {
    refuseClosedMeeting(loadedItem);
    const wanted = [...new Set(entryIds)];
    const seen = await tx.$count(planEntries, and(inArray(planEntries.id, wanted), visibleEntries(tx, actor)));
    if (seen !== wanted.length) throw new AppError("NOT_FOUND");
    const put = await tx
      .insert(agendaEntries)
      .values(wanted.map((entryId) => ({ itemId, entryId })))
      .onConflictDoNothing()
      .returning({ entryId: agendaEntries.entryId });
    const { id: meetingId } = loadedItem.meeting;
    const result = { meetingId, put: put.length };
    if (put.length === 0) return { result, audit: null };
    return {
      result,
      audit: {
        subject: "meetings",
        subjectId: meetingId,
        after: { agendaItem: itemId, entries: put.map(({ entryId }) => entryId) },
      },
    };
  },
});
