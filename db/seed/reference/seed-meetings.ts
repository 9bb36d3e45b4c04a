import "server-only";
import type { Transaction } from "@/db/client";
import { agendaItems, delegates, meetings } from "@/db/schema/meetings";
import { meetingRows } from "./meetings";
import { cite, type Frame, idOf } from "./seed-frame";

/**
 * The meetings that sources mention; all of them are over.
 * @returns ids by code, and those of agenda items as `JWG-2023/progress`
 */
export async function seedMeetings(tx: Transaction, frame: Frame): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const {
    body,
    cycle,
    host,
    chair,
    first,
    last,
    sources,
    agenda = [],
    delegates: people = [],
    ...row
  } of meetingRows) {
    const [inserted] = await tx
      .insert(meetings)
      .values({
        ...row,
        bodyId: idOf(frame.bodyIds, body),
        cycleId: idOf(frame.periodIds, `CYCLE-${cycle}`),
        hostStateId: host ? idOf(frame.stateIds, host) : null,
        chairStateId: chair ? idOf(frame.stateIds, chair) : null,
        firstOn: first[0],
        firstPrecision: first[1],
        lastOn: last[0],
        lastPrecision: last[1],
        state: "closed",
      })
      .returning({ id: meetings.id });
    if (!inserted) continue;
    ids.set(row.code, inserted.id);
    await cite(tx, frame.sourceIds, "meetings", inserted.id, sources);
    for (const [index, { key, ...titles }] of agenda.entries()) {
      const [item] = await tx
        .insert(agendaItems)
        .values({ ...titles, meetingId: inserted.id, position: index + 1 })
        .returning({ id: agendaItems.id });
      if (item) ids.set(`${row.code}/${key}`, item.id);
    }
    for (const { state, ...person } of people) {
      const sourceId = sources[0] ? idOf(frame.sourceIds, sources[0]) : null;
      const memberStateId = idOf(frame.stateIds, state);
      await tx.insert(delegates).values({ ...person, meetingId: inserted.id, memberStateId, sourceId });
    }
  }
  return ids;
}
