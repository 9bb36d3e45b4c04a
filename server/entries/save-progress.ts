import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { evidence } from "@/db/schema/evidence";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError, type FieldError } from "@/domain/errors";
import { contradictionsOf, type Work, type WorkChange, workAfter } from "@/domain/reporting";
import { changedFields } from "@/server/audit";
import type { Context } from "@/server/context";
import { type LoadedEntry, refuseClosedPlan } from "./load";

/** The fields of the work under the form's names, for showing both versions in a conflict. */
export function progressFields(entry: LoadedEntry["entry"]): Record<string, string> {
  return {
    status: entry.status ?? "",
    schedule: entry.schedule ?? "",
    scheduleReason: entry.scheduleReason ?? "",
    progress: entry.progress === null ? "" : String(entry.progress),
    version: String(entry.version),
  };
}

/** The work as saved; `changed` holds the fields before and after, null if nothing differs. */
export type SavedProgress = { work: Work; changed: ReturnType<typeof changedFields> };

/**
 * Saves status, schedule and progress of one loaded entry together.
 * @throws AppError STATUS_NEEDS_APPROVAL, PLAN_CLOSED, CONFLICT (with the present fields), or
 *   INVALID_INPUT naming each field, for example if completed work has no report among its evidence
 *   (REPORT_EVIDENCE_NEEDED {code})
 */
export async function saveProgress(
  tx: Transaction,
  context: Context,
  loaded: LoadedEntry,
  seenVersion: number,
  change: WorkChange,
): Promise<SavedProgress> {
  const { entry } = loaded;
  refuseClosedPlan(loaded);
  if (entry.stage !== "approved") throw new AppError("STATUS_NEEDS_APPROVAL");
  if (entry.version !== seenVersion) throw new AppError("CONFLICT", { current: progressFields(entry) });
  const work = workAfter(entry, change);
  if (work === null) throw new AppError("INVALID_INPUT", { fields: [{ field: "status", code: "REQUIRED" }] });
  const isCompleting = work.status === "completed" && entry.status !== "completed";
  const fields = [...contradictionsOf(entry.status, work), ...(isCompleting ? await missingReport(tx, loaded) : [])];
  if (fields.length > 0) throw new AppError("INVALID_INPUT", { fields });
  const changed = changedFields(entry, work);
  if (!changed) return { work, changed };
  const saved = await tx
    .update(planEntries)
    .set({ ...work, version: sql`${planEntries.version} + 1`, updatedAt: context.now, updatedBy: context.actor.userId })
    .where(and(eq(planEntries.id, entry.id), eq(planEntries.version, seenVersion)))
    .returning({ id: planEntries.id });
  if (saved.length === 0) throw new AppError("CONFLICT", { current: progressFields(entry) });
  return { work, changed };
}

/** Completed work must have its report among the evidence, so that others can read it. */
async function missingReport(tx: Transaction, { entry, activity }: LoadedEntry): Promise<FieldError[]> {
  const ofEntry = and(eq(evidence.entryId, entry.id), eq(evidence.kind, "report"), isNull(evidence.removedAt));
  if ((await tx.$count(evidence, ofEntry)) > 0) return [];
  return [{ field: "status", code: "REPORT_EVIDENCE_NEEDED", params: { code: activity.code } }];
}
