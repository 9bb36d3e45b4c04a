/**
 * Every way in which a request can be refused. The words are in
 * `i18n/messages/<locale>/errors.json`.
 */
export const errorCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "INVALID_INPUT",
  "REQUIRED",
  "TOO_LONG",
  "TOO_SHORT",
  "TOO_SMALL",
  "TOO_LARGE",
  "NOT_A_NUMBER",
  "NOT_A_DAY",
  "DAY_AHEAD",
  "NOT_AN_EMAIL",
  "NOT_AN_ADDRESS",
  "UNKNOWN_CHOICE",
  "UNKNOWN_NAME",
  "UNREADABLE_TEXT",
  "ALREADY_EXISTS",
  "END_BEFORE_START",
  "TITLE_REQUIRED",
  "REASON_REQUIRED",
  "STATUS_NEEDS_APPROVAL",
  "STATUS_STEP_REFUSED",
  "STAGE_STEP_REFUSED",
  "OUTCOME_NOT_OF_BODY",
  "NOT_A_DRAFT",
  "CONCEPT_INCOMPLETE",
  "CLEARANCE_NEEDED",
  "PLAN_CLOSED",
  "MEETING_DAY_UNKNOWN",
  "MEETING_NOT_OPEN",
  "MEETING_CLOSED",
  "MEETING_CLOSED_SINCE",
  "MEETING_HAS_DECISIONS",
  "MEETING_STATE_FIXED",
  "MEETING_OFF",
  "MEETING_IN_USE",
  "AGENDA_NOT_EMPTY",
  "DECISIONS_IMPOSSIBLE",
  "DECISION_ALREADY_WAITS",
  "LATER_POINT_BARRED",
  "REVIEW_OUTDATED",
  "DECISION_NOT_LATEST",
  "ALREADY_CORRECTED",
  "NUMBER_TAKEN",
  "ENTRY_ALREADY_IN_PLAN",
  "ENTRY_ALREADY_CARRIED",
  "ENTRY_FINISHED",
  "ENTRY_IN_LINE",
  "NEXT_PLAN_NEEDED",
  "DECISION_NOT_APPROVING",
  "RECEIVER_UNKNOWN",
  "RECEIVER_REFUSED",
  "CARRY_OVER_REFUSED",
  "PLAN_NOT_CLOSED",
  "STATE_NOT_A_MEMBER",
  "PROGRESS_STATUS_MISMATCH",
  "NOTHING_TO_SAVE",
  "UNDO_IMPOSSIBLE",
  "UNDO_NOT_OWN",
  "UNDO_ENDED",
  "MEETING_NOT_CLOSED",
  "STATE_UNKNOWN",
  "TITLE_REPEATED",
  "PROPOSAL_DECIDED",
  "MERGE_CONFIDENTIAL",
  "NOT_SUBMITTED",
  "BIN_NOT_OWN",
  "UPDATE_NOT_OWN",
  "UPDATE_USED",
  "UPDATE_TIME_OVER",
  "UPDATE_SUPERSEDED",
  "ROWS_REFUSED",
  "REPORT_EVIDENCE_NEEDED",
  "REPORT_STILL_NEEDED",
  "ROUND_ALREADY_OPEN",
  "ROUND_CLOSED",
  "ROUND_EMPTY",
  "ROUND_WAITING",
  "DRAFT_NOT_WRITABLE",
  "DRAFT_NOT_SUBMITTED",
  "DRAFTS_IMPOSSIBLE",
  "ENTRY_MOVED_ON",
  "FILE_EMPTY",
  "FILE_TOO_LARGE",
  "FILE_TYPE_REFUSED",
  "FILE_NOT_AS_NAMED",
  "FILE_MACROS",
  "FILE_ENCRYPTED",
  "FILE_UNPACKS_TOO_LARGE",
  "FILE_DAMAGED",
  "ENTRY_FILES_FULL",
  "ENTRY_SIZE_FULL",
  "MEETING_FILES_FULL",
  "MEETING_SIZE_FULL",
  "REFERENCE_IN_USE",
  "CODE_IN_USE",
  "NAME_DAY_TOO_EARLY",
  "MEMBER_STATE_REQUIRED",
  "LAST_ADMIN",
  "OWN_ROLE",
  "SAMPLE_ACCOUNT",
  "LINK_INVALID",
  "PASSWORD_TOO_SHORT",
  "PASSWORD_TOO_COMMON",
  "PASSWORDS_DIFFER",
  "PASSWORD_WRONG",
  "SIGN_IN_FAILED",
  "COOKIES_BLOCKED",
  "TOO_MANY_ATTEMPTS",
  "CROSS_ORIGIN",
  "UNKNOWN_HOST",
  "METHOD_NOT_ALLOWED",
  "BODY_TOO_LARGE",
  "MALFORMED_REQUEST",
  "NOT_A_FORM",
  "UNKNOWN_ACTION",
  "UNREADABLE_ADDRESS",
  "AS_OF_UNREADABLE",
  "AS_OF_NO_MEETING",
  "AS_OF_DAY_UNKNOWN",
  "AS_OF_AHEAD",
  "AS_OF_ORDER",
  "AS_OF_PREPARING",
  "AS_OF_BUSY",
  "AS_OF_SPENT",
  "SESSION_ENDED",
  "NOT_JSON",
  "VERSION_REQUIRED",
  "IDEMPOTENCY_KEY_REUSED",
  "TOKEN_ONLY_READS",
  "REPORT_TOO_LARGE",
  "REPORT_BUSY",
  "REPORT_FAILED",
  "UNAVAILABLE",
  "STORAGE_FULL",
  "OVERLOADED",
  "TOO_MANY_UNREAD",
  "INTERNAL",
] as const;

export type ErrorCode = (typeof errorCodes)[number];
export type ErrorParams = Readonly<Record<string, string | number>>;

/** One refused field of a form: its name in the form, and the reason. */
export type FieldError = { field: string; code: ErrorCode; params?: ErrorParams };

type Details = {
  params?: ErrorParams;
  field?: string;
  fields?: readonly FieldError[];
  /** With CONFLICT: the fields as they are now, by their form names. */
  current?: Readonly<Record<string, string>>;
  cause?: unknown;
};

/** A refusal that can be shown to the person: a code with parameters, never a sentence. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /**
   * React passes this to the browser to tell what the page failed with; the message stays on the
   * server.
   */
  readonly digest: ErrorCode;
  readonly params: ErrorParams;
  readonly fields: readonly FieldError[];
  readonly current: Readonly<Record<string, string>> | null;

  constructor(code: ErrorCode, details: Details = {}) {
    super(code, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.digest = code;
    this.params = details.params ?? {};
    this.current = details.current ?? null;
    this.fields = details.fields ?? (details.field ? [{ field: details.field, code, params: details.params }] : []);
  }
}

/** The HTTP status of the code. */
export function statusOf(code: ErrorCode): number {
  switch (code) {
    case "UNAUTHENTICATED":
    case "SESSION_ENDED":
      return 401;
    case "FORBIDDEN":
    case "CROSS_ORIGIN":
    case "OWN_ROLE":
    case "SAMPLE_ACCOUNT":
    case "UNDO_NOT_OWN":
      return 403;
    case "NOT_FOUND":
    case "UNKNOWN_ACTION":
      return 404;
    case "NOT_A_FORM":
      return 415;
    case "CONFLICT":
    case "ALREADY_EXISTS":
    case "ENTRY_ALREADY_IN_PLAN":
    case "LAST_ADMIN":
    case "PLAN_CLOSED":
    case "PLAN_NOT_CLOSED":
    case "CARRY_OVER_REFUSED":
    case "MEETING_NOT_OPEN":
    case "MEETING_CLOSED":
    case "MEETING_CLOSED_SINCE":
    case "MEETING_HAS_DECISIONS":
    case "MEETING_STATE_FIXED":
    case "MEETING_OFF":
    case "MEETING_IN_USE":
    case "AGENDA_NOT_EMPTY":
    case "DECISIONS_IMPOSSIBLE":
    case "DECISION_ALREADY_WAITS":
    case "LATER_POINT_BARRED":
    case "REVIEW_OUTDATED":
    case "DECISION_NOT_LATEST":
    case "ALREADY_CORRECTED":
    case "NOT_A_DRAFT":
    case "PROPOSAL_DECIDED":
    case "MERGE_CONFIDENTIAL":
    case "NOT_SUBMITTED":
    case "UPDATE_USED":
    case "UPDATE_TIME_OVER":
    case "UPDATE_SUPERSEDED":
    case "CONCEPT_INCOMPLETE":
    case "CLEARANCE_NEEDED":
    case "STAGE_STEP_REFUSED":
    case "STATUS_STEP_REFUSED":
    case "REPORT_STILL_NEEDED":
    case "ROUND_ALREADY_OPEN":
    case "ROUND_CLOSED":
    case "ROUND_WAITING":
    case "DRAFT_NOT_WRITABLE":
    case "DRAFT_NOT_SUBMITTED":
    case "DRAFTS_IMPOSSIBLE":
    case "ENTRY_MOVED_ON":
    case "ENTRY_IN_LINE":
    case "UNDO_IMPOSSIBLE":
    case "UNDO_ENDED":
      return 409;
    case "TOO_MANY_ATTEMPTS":
    case "TOO_MANY_UNREAD":
    case "REPORT_BUSY":
    case "AS_OF_SPENT":
      return 429;
    case "REPORT_TOO_LARGE":
      return 422;
    case "UNAVAILABLE":
    case "OVERLOADED":
    case "AS_OF_PREPARING":
    case "AS_OF_BUSY":
      return 503;
    case "STORAGE_FULL":
      return 507;
    case "INTERNAL":
    case "REPORT_FAILED":
      return 500;
    default:
      return 400;
  }
}

/** Seconds after which a new attempt may succeed; null if waiting does not help. */
export function secondsToRetry({ code, params }: Pick<AppError, "code" | "params">): number | null {
  if (code === "TOO_MANY_ATTEMPTS" || code === "AS_OF_SPENT")
    return Number(params.seconds ?? Number(params.minutes ?? 1) * 60);
  if (code === "AS_OF_PREPARING") return 3;
  if (code === "AS_OF_BUSY") return 10;
  if (code === "REPORT_BUSY") return 15;
  if (code === "STORAGE_FULL") return 60;
  return code === "UNAVAILABLE" ? 5 : null;
}
