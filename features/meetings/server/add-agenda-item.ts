import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { agendaItems } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { loadMeeting, refuseClosedMeeting } from "@/server/entries/load-meeting";
import { NewAgendaItemInput } from "../schema";

/**
 * Adds an item at the end of a meeting's agenda.
 * @throws AppError MEETING_CLOSED, NUMBER_TAKEN at `no`
 */
export const addAgendaItem = defineCommand({
  name: "agenda.add",
  permission: "agenda.update",
  input: NewAgendaItemInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: async ({ tx, actor, input, row: loadedMeeting }) => {
    refuseClosedMeeting(loadedMeeting);
    const same = and(eq(agendaItems.meetingId, input.meetingId), eq(agendaItems.no, input.no ?? ""));
    if (input.no !== null && (await tx.$count(agendaItems, same)) > 0)
      throw new AppError("INVALID_INPUT", { fields: [{ field: "no", code: "NUMBER_TAKEN" }] });
    const [last] = await tx
      .select({ position: sql<number>`coalesce(max(${agendaItems.position}), 0)::int` })
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, input.meetingId));
    const [item] = await tx
      .insert(agendaItems)
      .values({ ...input, position: (last?.position ?? 0) + 1, isSample: actor.isSample })
      .returning({ id: agendaItems.id });
    if (!item) throw new AppError("INTERNAL");
    return {
      result: { itemId: item.id, meetingId: input.meetingId },
      audit: { subject: "meetings", subjectId: input.meetingId, after: { agendaItem: item.id, ...input } },
    };
  },
});
