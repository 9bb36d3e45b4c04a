import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { agendaItems, decisions } from "@/db/schema/meetings";
import type { StageAndStatus } from "@/domain/closing";
import type { LoadedEntry } from "@/server/entries/load";
import { agendaOrder } from "./agenda-order";

/** The pending decisions of a meeting, in agenda order, then in the order of recording. */
export function readPending(db: Database | Transaction, meetingId: number) {
  return db
    .select({ id: decisions.id, entryId: decisions.entryId, outcome: decisions.outcome })
    .from(decisions)
    .leftJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .where(and(eq(decisions.meetingId, meetingId), isNull(decisions.appliedAt)))
    .orderBy(...agendaOrder, asc(decisions.id));
}

/** The stage and status of a loaded entry. */
export function stageAndStatusOf({ entry, plan }: Pick<LoadedEntry, "entry" | "plan">): StageAndStatus {
  return { stage: entry.stage, status: entry.status, isPlanClosed: plan.state === "closed" };
}
