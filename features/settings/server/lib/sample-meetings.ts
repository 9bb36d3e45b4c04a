import "server-only";
import { and, eq, notExists, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entryPriorities } from "@/db/schema/entry-parts";
import { papers } from "@/db/schema/evidence";
import { agendaItems, decisions, meetings } from "@/db/schema/meetings";
import { milestones } from "@/db/schema/milestones";
import { rounds } from "@/db/schema/rounds";
import { updates } from "@/db/schema/updates";

/**
 * Removes meetings and agenda items that sample accounts entered, except those to which real rows
 * refer. Called after the sample's own decisions, updates, deadlines and rounds have been removed.
 * @returns the number of removed meetings
 */
export async function removeSampleMeetings(tx: Transaction): Promise<number> {
  const none = (
    table:
      | typeof decisions
      | typeof updates
      | typeof entryPriorities
      | typeof milestones
      | typeof papers
      | typeof rounds,
  ): SQL => notExists(tx.select({ one: sql`1` }).from(table).where(eq(table.meetingId, meetings.id)));
  const undecided = notExists(
    tx.select({ one: sql`1` }).from(decisions).where(eq(decisions.agendaItemId, agendaItems.id)),
  );
  await tx.delete(agendaItems).where(and(eq(agendaItems.isSample, true), undecided));
  const gone = await tx
    .delete(meetings)
    .where(
      and(
        eq(meetings.isSample, true),
        none(decisions),
        none(updates),
        none(entryPriorities),
        none(milestones),
        none(papers),
        none(rounds),
      ),
    )
    .returning({ id: meetings.id });
  return gone.length;
}
