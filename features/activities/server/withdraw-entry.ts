import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaEntries, agendaItems, meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import type { AuditChange } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { confirmEntry } from "@/server/entries/confirm-entry";
import { loadEntry } from "@/server/entries/load";
import { SeenEntryInput } from "../schema";
import { refuseUnlessUndecided } from "./lib/undecided";

/**
 * Withdraws a submitted proposal for its proponent, as long as no meeting has decided on it: it is
 * a draft again, and on no agenda.
 * @throws AppError PLAN_CLOSED, PROPOSAL_DECIDED, CONFLICT, ENTRY_IN_LINE
 */
export const withdrawEntry = defineCommand({
  name: "entry.withdraw",
  permission: "entry.submit",
  input: SeenEntryInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, input, row: loaded, context }) => {
    const { entry } = loaded;
    await refuseUnlessUndecided(tx, loaded, input.version);
    if (entry.stage !== "submitted") throw new AppError("NOT_SUBMITTED");
    const fields = { stage: "draft", wasSubmitted: false } as const;
    await confirmEntry(tx, context, entry.id, { change: "entry.withdraw" }, fields);
    const audit: AuditChange[] = [
      {
        subject: "plan_entries",
        subjectId: entry.id,
        before: { stage: "submitted" },
        after: { stage: "draft" },
      },
      ...(await takeOffAgendas(tx, entry.id)),
    ];
    return { result: null, audit };
  },
});

/** Takes the entry off the agendas of the meetings that are not closed. */
async function takeOffAgendas(tx: Transaction, entryId: number): Promise<AuditChange[]> {
  const items = await tx
    .select({ id: agendaItems.id, meetingId: meetings.id })
    .from(agendaEntries)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaEntries.itemId))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(agendaEntries.entryId, entryId), ne(meetings.state, "closed")))
    .orderBy(sql`${agendaItems.id}`);
  const ids = items.map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx.delete(agendaEntries).where(and(eq(agendaEntries.entryId, entryId), inArray(agendaEntries.itemId, ids)));
  return items.map(({ id, meetingId }) => ({
    subject: "meetings",
    subjectId: meetingId,
    before: { agendaItem: id, entries: [entryId] },
    after: null,
  }));
}
