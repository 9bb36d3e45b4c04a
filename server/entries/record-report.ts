import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { effectiveAt } from "@/db/entry-versions";
import { planEntries } from "@/db/schema/plan-entries";
import { updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import type { Schedule, Status } from "@/domain/lifecycle";
import { type Context, today } from "@/server/context";
import type { LoadedEntry } from "./load";
import { recordVersion } from "./record-version";
import { progressFields, saveProgress } from "./save-progress";

/** The content of a progress report. */
export type Said = {
  status: Status;
  schedule: Schedule;
  scheduleReason: string | null;
  progress: number | null;
  textEn: string | null;
  textLo: string | null;
  issues: string | null;
  nextSteps: string | null;
  decisionSought: string | null;
  meetingId: number | null;
};

type Report = {
  said: Said;
  seenVersion: number;
  reportedOn: string;
  /** The author; in a round this is not the person who accepts it. */
  author: { id: number | null; name: string };
  /** The round in which it was accepted; null outside of rounds. */
  roundId: number | null;
};

/**
 * Writes a progress report of a loaded entry: the update, the entry's status, schedule and
 * progress, and its version.
 * @throws AppError as `saveProgress` does
 */
export async function recordReport(tx: Transaction, context: Context, loaded: LoadedEntry, report: Report) {
  const { said, seenVersion, reportedOn, author, roundId } = report;
  const { id: entryId } = loaded.entry;
  const { status, schedule, scheduleReason, progress } = said;
  const work = { status, schedule, scheduleReason, progress: progress ?? undefined };
  const changed = await saveProgress(tx, context, loaded, seenVersion, work);
  const [update] = await tx
    .insert(updates)
    .values({
      ...said,
      entryId,
      reportedOn,
      roundId,
      authorId: author.id,
      authorName: author.name,
      isSample: context.actor.isSample,
      recordedAt: context.now,
    })
    .returning({ id: updates.id });
  if (!update) throw new AppError("INTERNAL");
  // The version increases even if no field changed, so that the second of two reporters learns of
  // the first.
  const moved = {
    version: sql`${planEntries.version} + 1`,
    updatedAt: context.now,
    updatedBy: context.actor.userId,
  };
  const [entry] = await tx
    .update(planEntries)
    .set({
      lastReportedOn: sql`greatest(${planEntries.lastReportedOn}, ${reportedOn}::date)`,
      ...(changed ? {} : moved),
    })
    .where(eq(planEntries.id, entryId))
    .returning();
  if (!entry) throw new AppError("CONFLICT", { current: progressFields(loaded.entry) });
  await recordVersion(tx, context, entryId, {
    change: roundId === null ? "entry.report" : "round.accept",
    effectiveAt: reportedOn === today(context) ? context.now : effectiveAt(reportedOn),
    updateId: update.id,
  });
  return { updateId: update.id, version: entry.version, changed };
}
