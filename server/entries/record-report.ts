import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { effectiveAt } from "@/db/entry-versions";
import { planEntries } from "@/db/schema/plan-entries";
import { updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import type { WorkChange } from "@/domain/reporting";
import { type Context, today } from "@/server/context";
import type { LoadedEntry } from "./load";
import { recordVersion } from "./record-version";
import { progressFields, saveProgress } from "./save-progress";

/** The words of a progress report; each may be missing. */
export type ReportWords = {
  textEn?: string | null;
  textLo?: string | null;
  issues?: string | null;
  nextSteps?: string | null;
  decisionSought?: string | null;
  meetingId?: number | null;
};

type Report = {
  work: WorkChange;
  words: ReportWords;
  seenVersion: number;
  reportedOn: string;
  /** The author, if it is not the person who acts: in a round a head accepts it. */
  author?: { id: number | null; name: string };
  /** The round in which it was accepted. */
  roundId?: number;
  /** The name of the command, for the entry's history. */
  change: string;
};

/**
 * Writes a progress report of a loaded entry: the update, the entry's status, schedule and
 * progress, and its version. Whatever changes these three goes through here, so that each change
 * has a day and an author.
 * @throws AppError as `saveProgress` does
 */
export async function recordReport(tx: Transaction, context: Context, loaded: LoadedEntry, report: Report) {
  const { words, seenVersion, reportedOn, roundId = null } = report;
  const author = report.author ?? { id: context.actor.userId, name: context.actor.name };
  const { id: entryId } = loaded.entry;
  const { work, changed } = await saveProgress(tx, context, loaded, seenVersion, report.work);
  const [update] = await tx
    .insert(updates)
    .values({
      ...work,
      ...words,
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
  const versionId = await recordVersion(tx, context, entryId, {
    change: report.change,
    effectiveAt: reportedOn === today(context) ? context.now : effectiveAt(reportedOn),
    updateId: update.id,
  });
  return { updateId: update.id, version: entry.version, versionId, changed };
}

/**
 * The day of a report: today, unless another one is given.
 * @throws AppError INVALID_INPUT (`reportedOn`: DAY_AHEAD)
 */
export function reportDay(context: Context, given: string | null): string {
  const day = given ?? today(context);
  if (day <= today(context)) return day;
  throw new AppError("INVALID_INPUT", { fields: [{ field: "reportedOn", code: "DAY_AHEAD" }] });
}
