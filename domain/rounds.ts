import type { ErrorCode, FieldError } from "./errors";
import type { Schedule, Stage, Status } from "./lifecycle";
import { contradictionsOf, progressFor } from "./reporting";

/** Reporting rounds: who is asked, what a draft may become, and what stands in the way of its acceptance. */

export const roundStates = ["open", "closed"] as const;
export type RoundState = (typeof roundStates)[number];

/** `pending`: filled from last time, untouched. `returned`: given back with a remark. */
export const draftStates = ["pending", "writing", "submitted", "returned", "accepted"] as const;
export type DraftState = (typeof draftStates)[number];

/** May its side still write it? What is handed in waits for the heads; what is accepted stays as it is. */
export function isWritable(state: DraftState): boolean {
  return state === "pending" || state === "writing" || state === "returned";
}

/** Is it overdue? What was handed in is not, whenever that was. */
export function isLate(state: DraftState, dueOn: string, today: string): boolean {
  return isWritable(state) && today > dueOn;
}

/**
 * The member state that reports on an entry: the first of its owners for which somebody speaks; null = the desk reports.
 * @param ownerStateIds proponent first, then co-proponents, then implementing agencies
 */
export function responsibleOf(ownerStateIds: readonly number[], speaking: ReadonlySet<number>): number | null {
  return ownerStateIds.find((id) => speaking.has(id)) ?? null;
}

/**
 * Can this member state still go on with what it has begun about an entry? Not when the entry is the desk's alone or another state's by now, nor
 * when nobody speaks for the state any more.
 */
export function canGoOn(
  stateId: number,
  entry: { isConfidential: boolean; ownerStateIds: readonly number[] },
  speaking: ReadonlySet<number>,
): boolean {
  return !entry.isConfidential && entry.ownerStateIds.includes(stateId) && speaking.has(stateId);
}

type Days = { startsOn: string; endsOn: string };

/** Is a plan of this period what a meeting of this cycle asks about? A partner's meeting asks about its own plans alone. */
export function isAskedBy(
  meeting: { partnerId: number | null; cycle: Days | null },
  plan: { partnerId: number | null; period: Days },
): boolean {
  if (meeting.cycle === null) return false;
  if (meeting.partnerId !== null && plan.partnerId !== meeting.partnerId) return false;
  return plan.period.startsOn <= meeting.cycle.endsOn && plan.period.endsOn >= meeting.cycle.startsOn;
}

/** How the work stands, as far as it is known. */
export type KnownWork = {
  status: Status | null;
  schedule: Schedule | null;
  scheduleReason: string | null;
  progress: number | null;
};

export const workFields = ["status", "schedule", "scheduleReason", "progress"] as const satisfies (keyof KnownWork)[];

/** What of the work two sides say differently. */
export function differingWork(one: KnownWork, other: KnownWork): (keyof KnownWork)[] {
  return workFields.filter((field) => (one[field] ?? null) !== (other[field] ?? null));
}

/** A draft as the heads have it before them. */
export type HandedIn = { state: DraftState; work: KnownWork; base: KnownWork; baseUpdateId: number | null };

/** The entry as it stands now. */
export type EntryNow = {
  stage: Stage | null;
  work: KnownWork;
  isPlanClosed: boolean;
  /** The report that completed work must have is among its evidence. */
  hasReport: boolean;
  lastUpdateId: number | null;
};

/** Has the register moved since the writer of the draft looked at it? */
export function hasMovedOn(draft: Pick<HandedIn, "base" | "baseUpdateId">, entry: EntryNow): boolean {
  return differingWork(draft.base, entry.work).length > 0 || (entry.lastUpdateId ?? 0) > (draft.baseUpdateId ?? 0);
}

/** Why the register takes no report of the entry, whatever it says; null when it does. */
export function whyNoReport(entry: Pick<EntryNow, "stage" | "isPlanClosed">): ErrorCode | null {
  if (entry.isPlanClosed) return "PLAN_CLOSED";
  return entry.stage === "approved" ? null : "STATUS_NEEDS_APPROVAL";
}

/** What of a draft's work the register would refuse, each at its field; nothing when it would take it. */
export function problemsOf(said: KnownWork, entry: Pick<EntryNow, "work" | "hasReport">): FieldError[] {
  const { status, scheduleReason } = said;
  if (status === null) return [{ field: "status", code: "REQUIRED" }];
  const progress = progressFor(status, said.progress, entry.work.progress);
  const next = { status, schedule: said.schedule ?? "on_track", scheduleReason, progress };
  const problems = contradictionsOf(entry.work.status, next);
  if (problems.length > 0) return problems;
  const isCompleting = status === "completed" && entry.work.status !== "completed";
  return isCompleting && !entry.hasReport ? [{ field: "status", code: "REPORT_EVIDENCE_NEEDED" }] : [];
}

/**
 * Why a draft cannot be accepted; null when it can.
 * @param isSeen the head has both the draft and what the register says meanwhile in view
 */
export function whyNotAccepted(draft: HandedIn, entry: EntryNow, isSeen: boolean): ErrorCode | null {
  if (draft.state !== "submitted") return "DRAFT_NOT_SUBMITTED";
  const refused = whyNoReport(entry);
  if (refused) return refused;
  if (!isSeen && hasMovedOn(draft, entry)) return "ENTRY_MOVED_ON";
  return problemsOf(draft.work, entry)[0]?.code ?? null;
}
