import "server-only";
import { and, asc, desc, eq, exists, lt, ne, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { agendaItems, meetings } from "@/db/schema/meetings";

type Meeting = Pick<typeof meetings.$inferSelect, "id" | "bodyId" | "partnerId" | "lastOn">;

/** The last meeting of the same series before this one that has an agenda; null if none has. */
export async function formerMeeting(db: Database | Transaction, { id, bodyId, partnerId, lastOn }: Meeting) {
  const items = db.select({ one: sql`1` }).from(agendaItems).where(eq(agendaItems.meetingId, meetings.id));
  const [found = null] = await db
    .select({ id: meetings.id, code: meetings.code })
    .from(meetings)
    .where(
      and(
        ...[eq(meetings.bodyId, bodyId), sql`${meetings.partnerId} is not distinct from ${partnerId}::int`],
        ...[ne(meetings.id, id), lastOn === null ? undefined : lt(meetings.lastOn, lastOn), exists(items)],
      ),
    )
    .orderBy(sql`${meetings.lastOn} desc nulls last`, desc(meetings.id))
    .limit(1);
  return found;
}

/** The items of an agenda in their order. */
export function itemsOf(db: Database | Transaction, meetingId: number) {
  return db
    .select({ no: agendaItems.no, titleEn: agendaItems.titleEn, titleLo: agendaItems.titleLo })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
}
