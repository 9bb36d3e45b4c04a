import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { agendaItems, decisions } from "@/db/schema/meetings";
import type { StageAndStatus } from "@/domain/closing";
import type { LoadedEntry } from "@/server/entries/load";

/**
 * The decisions that wait for the meeting's closing, in the order of its agenda, then as they were
 * recorded.
 */
export function readPending(db: Database | Transaction, meetingId: number) {
  return db
    .select({ id: decisions.id, entryId: decisions.entryId, outcome: decisions.outcome })
    .from(decisions)
    .leftJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .where(and(eq(decisions.meetingId, meetingId), isNull(decisions.appliedAt)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id), asc(decisions.id));
}

/** Where a loaded entry stands. */
export function stageAndStatusOf({ entry, plan }: Pick<LoadedEntry, "entry" | "plan">): StageAndStatus {
  return { stage: entry.stage, status: entry.status, isPlanClosed: plan.state === "closed" };
}
