import type { FieldError } from "./errors";
import { hasSchedule, isProgressOf, isStatusStep, needsReason, type Schedule, type Status } from "./lifecycle";

/** The state of the work on an entry, as a report states it. */
export type Work = {
  status: Status;
  /** Null for work that is over, see `hasSchedule`. */
  schedule: Schedule | null;
  scheduleReason: string | null;
  progress: number | null;
};

/** The same as far as it is known: a source may record an approval without a status. */
export type KnownWork = { [Field in keyof Work]: Work[Field] | null };

/** The values that a report gives; a missing one stays as it is. */
export type WorkChange = {
  status?: Status;
  schedule?: Schedule | null;
  scheduleReason?: string | null;
  progress?: number | null;
};

/**
 * The state of the work after a report.
 * @returns null if no status is known and none is given
 */
export function workAfter(former: KnownWork, change: WorkChange): Work | null {
  const status = change.status ?? former.status;
  if (status === null) return null;
  const schedule = hasSchedule(status) ? (change.schedule ?? former.schedule ?? "on_track") : null;
  const reason = change.scheduleReason === undefined ? former.scheduleReason : change.scheduleReason;
  return {
    status,
    schedule,
    scheduleReason: needsReason(schedule) ? reason : null,
    progress: progressFor(former, status, change.progress),
  };
}

/**
 * The progress that follows from the status: 100 % for completed work, 0 % for work not started.
 * Nobody has to type it: a form that still holds the former value did not give one.
 */
function progressFor(former: KnownWork, status: Status, given: number | null | undefined): number | null {
  const isGiven = given !== undefined && given !== null && !(given === former.progress && status !== former.status);
  if (isGiven) return given;
  if (status === "completed") return 100;
  return status === "not_started" ? 0 : former.progress;
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
