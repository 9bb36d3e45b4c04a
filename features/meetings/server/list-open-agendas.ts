import "server-only";
import { asc, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { agendaItems, meetings } from "@/db/schema/meetings";
import { comingStates } from "@/domain/meeting-state";
import { defineQuery } from "@/server/define";
import { agendaOrder } from "./lib/agenda-order";

/** The agenda items of all meetings that are not closed, for adding an entry to one of them. */
export const listOpenAgendas = defineQuery({
  name: "agenda.listOpen",
  permission: "agenda.update",
  input: z.object({}),
  run: ({ db }) =>
    db
      .select({
        itemId: agendaItems.id,
        no: agendaItems.no,
        titleEn: agendaItems.titleEn,
        titleLo: agendaItems.titleLo,
        meetingId: meetings.id,
        meeting: meetings.code,
      })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
      .where(inArray(meetings.state, [...comingStates]))
      .orderBy(desc(meetings.lastOn), asc(meetings.id), ...agendaOrder),
});

export type OpenPoint = Awaited<ReturnType<typeof listOpenAgendas>>[number];
