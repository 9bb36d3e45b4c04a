import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { beginBefore, effectiveAt } from "@/db/entry-versions";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions } from "@/db/schema/updates";
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
  /** Where the decision led; the present stage when it moved nothing. */
  stage: Stage | null;
  decisionId: number;
  /** The meeting's last day, on which it takes effect. */
  day: string;
  /** A later meeting has moved the entry already: its history changes, and where it stands today does not. */
  isOvertaken?: boolean;
  /** False when the only approval turns out to have been none. */
  wasApproved?: boolean;
};

/**
 * Writes what a decision did to an entry, with its version; in the transaction that applies the decision. Nothing else moves a stage after
 * submission.
 * @returns the entry as it stands now
 * @throws AppError CONFLICT when the entry is no longer the one that was read
 */
export async function moveStage<E extends Entry>(tx: Transaction, context: Context, entry: E, move: Move): Promise<E> {
  const columns = { ...stageColumns(entry, move.stage), ...(move.wasApproved === false ? { wasApproved: false } : {}) };
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
  await beginBefore(tx, entry.id, effect);
  await recordVersion(tx, context, entry.id, { ...note, effectiveAt: effect });
  const moved = { ...entry, ...columns, version: entry.version + 1 };
  return move.isOvertaken ? moveBack(tx, context, { entry, moved, effect, note }) : moved;
}

type Overtaken<E> = { entry: E; moved: E; effect: Date; note: { change: string; decisionId: number } };

/**
 * Puts the entry back to where the later meetings have led it. A history that was first written down with one of these begins after this
 * decision: there it is said anew how the entry stood at its beginning, or the earlier stage would last.
 */
async function moveBack<E extends Entry>(
  tx: Transaction,
  context: Context,
  { entry, moved, effect, note }: Overtaken<E>,
): Promise<E> {
  const put = (columns: Standing) => tx.update(planEntries).set(columns).where(eq(planEntries.id, entry.id));
  const [first] = await tx
    .select({ validFrom: entryVersions.validFrom, snapshot: entryVersions.snapshot })
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entry.id))
    .orderBy(asc(entryVersions.id))
    .limit(1);
  if (first && first.validFrom > effect) {
    await put(standingColumns((first.snapshot as { entry: Standing }).entry));
    await recordVersion(tx, context, entry.id, { ...note, effectiveAt: first.validFrom });
  }
  await put(standingColumns(entry));
  return { ...moved, ...standingColumns(entry) };
}

type Standing = Pick<Entry, "stage" | "status" | "schedule" | "scheduleReason" | "progress">;

const standingColumns = ({ stage, status, schedule, scheduleReason, progress }: Standing): Standing => ({
  ...{ stage, status, schedule, scheduleReason, progress },
});

/** With approval the work begins at "not started, on track"; whoever loses approval loses the status with it. */
function stageColumns(entry: Entry, stage: Stage | null) {
  const wasSubmitted = entry.wasSubmitted || (stage !== null && stage !== "draft");
  if (stage === "approved") {
    const fresh = { status: "not_started", schedule: "on_track", scheduleReason: null, progress: 0 } as const;
    return { stage, wasSubmitted, wasApproved: true, ...(entry.status === null ? fresh : {}) };
  }
  return { stage, wasSubmitted, status: null, schedule: null, scheduleReason: null, progress: null };
}
