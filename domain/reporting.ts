import type { FieldError } from "./errors";
import { isProgressOf, isStatusStep, needsReason, type Schedule, type Status } from "./lifecycle";

/** How the work on an entry stands, as a report says it. */
export type Work = { status: Status; schedule: Schedule; scheduleReason: string | null; progress: number | null };

/** Completed work is done to 100 %, work that has not started to 0 %: said by the status, so nobody has to type it. */
export function progressFor(status: Status, given: number | null | undefined, current: number | null): number | null {
  if (given !== undefined && given !== null) return given;
  if (status === "completed") return 100;
  return status === "not_started" ? 0 : current;
}

/** What of a report cannot be, each at its field; nothing when it can. @param from the status so far */
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
