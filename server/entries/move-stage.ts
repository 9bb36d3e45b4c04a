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
  /** Where the decision led; null when it moved nothing. */
  to: Stage | null;
  decisionId: number;
  /** The meeting's last day, on which it takes effect. */
  day: string;
  /**
   * A later meeting has moved the entry already: its history changes, and where it stands today
   * does not.
   */
  isOvertaken?: boolean;
  /** False when the only approval turns out to have been none. */
  wasApproved?: boolean;
};

/**
 * Writes what a decision did to an entry, with its version; in the transaction that applies the
 * decision. Nothing else moves a stage after submission.
 * @returns the entry as it stands now
 * @throws AppError CONFLICT when the entry is no longer the one that was read
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

/** Where it stands stays; that it was once submitted, or approved, is told all the same. */
function everReached(entry: Entry, stage: Stage | null) {
  return { wasSubmitted: true, wasApproved: entry.wasApproved || stage === "approved" };
}

/**
 * With approval the work begins at "not started, on track"; whoever loses approval loses the status
 * with it.
 */
function stageColumns(entry: Entry, stage: Stage | null) {
  const wasSubmitted = entry.wasSubmitted || (stage !== null && stage !== "draft");
  if (stage === "approved") {
    const fresh = { status: "not_started", schedule: "on_track", scheduleReason: null, progress: 0 } as const;
    return { stage, wasSubmitted, wasApproved: true, ...(entry.status === null ? fresh : {}) };
  }
  return { stage, wasSubmitted, status: null, schedule: null, scheduleReason: null, progress: null };
}
