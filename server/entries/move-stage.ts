import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { beginBefore, effectiveAt } from "@/db/entry-versions";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import type { Stage } from "@/domain/lifecycle";
import type { Context } from "@/server/context";
import type { LoadedEntry } from "./load";
import { recordVersion } from "./record-version";

type Entry = Pick<
  LoadedEntry["entry"],
  "id" | "version" | "stage" | "status" | "schedule" | "scheduleReason" | "progress" | "wasSubmitted" | "wasApproved"
>;

type Move = {
  /** The stage that the decision leads to; null if it moved nothing. */
  to: Stage | null;
  decisionId: number;
  /** The last day of the meeting, on which the decision takes effect. */
  day: string;
  /**
   * True if a later meeting has moved the entry already: the move goes into the history, and the
   * present stage is unchanged.
   */
  isOvertaken?: boolean;
  /** False if a correction removes the entry's only approval. */
  wasApproved?: boolean;
};

/**
 * Applies a decision to an entry and writes its version, in the transaction of the decision. After
 * submission nothing else changes the stage.
 * @returns the entry as it is now
 * @throws AppError CONFLICT if the entry has changed since it was read
 */
export async function moveStage<E extends Entry>(tx: Transaction, context: Context, entry: E, move: Move): Promise<E> {
  const isOvertaken = move.isOvertaken === true && move.to !== null;
  const columns = {
    ...(isOvertaken ? everReached(entry, move.to) : stageColumns(entry, move.to ?? entry.stage)),
    ...(move.wasApproved === false ? { wasApproved: false } : {}),
  };
  const saved = await tx
    .update(planEntries)
    .set({
      ...columns,
      version: sql`${planEntries.version} + 1`,
      updatedAt: context.now,
      updatedBy: context.actor.userId,
    })
    .where(and(eq(planEntries.id, entry.id), eq(planEntries.version, entry.version)))
    .returning({ id: planEntries.id });
  if (saved.length === 0) throw new AppError("CONFLICT");
  const effect = effectiveAt(move.day);
  const note = { change: "decision.record", decisionId: move.decisionId };
  await beginBefore(tx, entry.id, { effect, moves: move.to !== null });
  await recordVersion(tx, context, entry.id, { ...note, effectiveAt: effect });
  return { ...entry, ...columns, version: entry.version + 1 };
}

/** The stage is unchanged; that the entry was once submitted or approved is still recorded. */
function everReached(entry: Entry, stage: Stage | null) {
  return { wasSubmitted: true, wasApproved: entry.wasApproved || stage === "approved" };
}

/**
 * An approved entry starts as "not started, on track"; an entry that loses approval loses its
 * status.
 */
function stageColumns(entry: Entry, stage: Stage | null) {
  const wasSubmitted = entry.wasSubmitted || (stage !== null && stage !== "draft");
  if (stage === "approved") {
    const fresh = { status: "not_started", schedule: "on_track", scheduleReason: null, progress: 0 } as const;
    return { stage, wasSubmitted, wasApproved: true, ...(entry.status === null ? fresh : {}) };
  }
  return { stage, wasSubmitted, status: null, schedule: null, scheduleReason: null, progress: null };
}
