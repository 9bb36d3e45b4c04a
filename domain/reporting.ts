import type { FieldError } from "./errors";
import { isProgressOf, isStatusStep, needsReason, type Schedule, type Status } from "./lifecycle";

/** The state of the work on an entry, as a report states it. */
export type Work = { status: Status; schedule: Schedule; scheduleReason: string | null; progress: number | null };

/**
 * The progress that follows from the status: 100 % for completed work, 0 % for work not started.
 * Nobody has to type it.
 */
export function progressFor(status: Status, given: number | null | undefined, current: number | null): number | null {
  if (given !== undefined && given !== null) return given;
  if (status === "completed") return 100;
  return status === "not_started" ? 0 : current;
}

/**
 * The invalid values of a report, each with its field; empty if there are none.
 * @param from the current status
 */
export function contradictionsOf(from: Status | null, next: Work): FieldError[] {
  const fields: FieldError[] = [];
  if (from !== null && !isStatusStep(from, next.status)) fields.push({ field: "status", code: "STATUS_STEP_REFUSED" });
  if (needsReason(next.schedule) && !next.scheduleReason)
    fields.push({ field: "scheduleReason", code: "REASON_REQUIRED" });
  if (next.progress !== null && !isProgressOf(next.status, next.progress)) {
    fields.push({ field: "progress", code: "PROGRESS_STATUS_MISMATCH" });
  }
  return fields;
}
