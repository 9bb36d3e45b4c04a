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

/** What a desk says of the work; a field left out stays as it is. */
export type ProgressChange = {
  status?: Status;
  schedule?: Schedule;
  scheduleReason?: string | null;
  progress?: number;
};

/** The fields of the work as a form names them, for showing both versions side by side. */
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
 * Moves status, schedule and progress of one loaded entry in one act.
 * @returns the changed fields before and after, or null when nothing differs
 * @throws AppError STATUS_NEEDS_APPROVAL, PLAN_CLOSED, CONFLICT (with the present fields), or
 *   INVALID_INPUT naming the field: completed work has its report among the evidence
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
  // A source may say "approved" and nothing of the work: the first report then says how it stands.
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

/** Completed means that the report is there for others to read, not only that somebody says so. */
async function refuseWithoutReport(tx: Transaction, { entry, activity }: LoadedEntry): Promise<void> {
  const ofEntry = and(eq(evidence.entryId, entry.id), eq(evidence.kind, "report"), isNull(evidence.removedAt));
  if ((await tx.$count(evidence, ofEntry)) > 0) return;
  const params = { code: activity.code };
  throw new AppError("INVALID_INPUT", { fields: [{ field: "status", code: "REPORT_EVIDENCE_NEEDED", params }] });
}
