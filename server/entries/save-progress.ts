import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { evidence } from "@/db/schema/evidence";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { needsReason, type Schedule, type Status } from "@/domain/lifecycle";
import { contradictionsOf, progressFor } from "@/domain/reporting";
import { changedFields } from "@/server/audit";
import type { Context } from "@/server/context";
import { type LoadedEntry, refuseClosedPlan } from "./load";

/** The changed fields of the work; a missing field stays as it is. */
export type ProgressChange = {
  status?: Status;
  schedule?: Schedule;
  scheduleReason?: string | null;
  progress?: number;
};

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

/**
 * Saves status, schedule and progress of one loaded entry together.
 * @returns the changed fields before and after, or null if nothing differs
 * @throws AppError STATUS_NEEDS_APPROVAL, PLAN_CLOSED, CONFLICT (with the present fields), or
 *   INVALID_INPUT naming the field, for example if completed work has no report among its evidence
 *   (REPORT_EVIDENCE_NEEDED {code})
 */
export async function saveProgress(
  tx: Transaction,
  context: Context,
  loaded: LoadedEntry,
  seenVersion: number,
  change: ProgressChange,
): Promise<ReturnType<typeof changedFields>> {
  const { entry } = loaded;
  refuseClosedPlan(loaded);
  if (entry.stage !== "approved") throw new AppError("STATUS_NEEDS_APPROVAL");
  if (entry.version !== seenVersion) throw new AppError("CONFLICT", { current: progressFields(entry) });
  // A source may record an approval without a status; the first report then sets it.
  const status = change.status ?? entry.status;
  if (status === null) throw new AppError("INVALID_INPUT", { fields: [{ field: "status", code: "REQUIRED" }] });
  const schedule = change.schedule ?? entry.schedule ?? "on_track";
  const reason = change.scheduleReason === undefined ? entry.scheduleReason : change.scheduleReason;
  const next = {
    status,
    schedule,
    scheduleReason: needsReason(schedule) ? reason : null,
    progress: progressFor(status, change.progress, entry.progress),
  };
  const fields = contradictionsOf(entry.status, next);
  if (fields.length > 0) throw new AppError("INVALID_INPUT", { fields });
  if (next.status === "completed" && entry.status !== "completed") await refuseWithoutReport(tx, loaded);
  const changed = changedFields(entry, next);
  if (!changed) return null;
  const saved = await tx
    .update(planEntries)
    .set({ ...next, version: sql`${planEntries.version} + 1`, updatedAt: context.now, updatedBy: context.actor.userId })
    .where(and(eq(planEntries.id, entry.id), eq(planEntries.version, seenVersion)))
    .returning({ id: planEntries.id });
  if (saved.length === 0) throw new AppError("CONFLICT", { current: progressFields(entry) });
  return changed;
}

/** Completed work must have its report among the evidence, so that others can read it. */
async function refuseWithoutReport(tx: Transaction, { entry, activity }: LoadedEntry): Promise<void> {
  const ofEntry = and(eq(evidence.entryId, entry.id), eq(evidence.kind, "report"), isNull(evidence.removedAt));
  if ((await tx.$count(evidence, ofEntry)) > 0) return;
  const params = { code: activity.code };
  throw new AppError("INVALID_INPUT", { fields: [{ field: "status", code: "REPORT_EVIDENCE_NEEDED", params }] });
}
