import "server-only";
import type { Transaction } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { meetingRows } from "./meetings";
import { cite, type Frame, idOf } from "./seed-frame";

/** The meetings that sources tell of; all of them are over. @returns ids by code */
export async function seedMeetings(tx: Transaction, frame: Frame): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { body, cycle, host, chair, first, last, sources, ...row } of meetingRows) {
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
  }
  return ids;
}
