import type { ErrorCode, FieldError } from "./errors";
import type { Stage } from "./lifecycle";
import { contradictionsOf, type KnownWork, workAfter } from "./reporting";

/** Reporting rounds: who is asked to report, how a draft moves, and why it cannot be accepted. */

export const roundStates = ["open", "closed"] as const;
export type RoundState = (typeof roundStates)[number];

/**
 * `pending`: filled in from the last report and not edited. `returned`: sent back with a remark.
 */
export const draftStates = ["pending", "writing", "submitted", "returned", "accepted"] as const;
export type DraftState = (typeof draftStates)[number];

/**
 * True if its reporter can still edit it. A submitted draft waits for the heads of division; an
 * accepted one is final.
 */
export function isWritable(state: DraftState): boolean {
  return state === "pending" || state === "writing" || state === "returned";
}

/** True if it is overdue. A submitted draft is not overdue, whenever it was submitted. */
export function isLate(state: DraftState, dueOn: string, today: string): boolean {
  return isWritable(state) && today > dueOn;
}

/**
 * The member state that reports on an entry: the first of its owners with a focal point; null = the
 * ASEAN desk reports.
 * @param ownerStateIds proponent first, then co-proponents, then implementing agencies
 */
export function responsibleOf(ownerStateIds: readonly number[], speaking: ReadonlySet<number>): number | null {
  return ownerStateIds.find((id) => speaking.has(id)) ?? null;
}

/**
 * True if this member state can continue a draft that it began. It cannot if the entry now belongs
 * to the desk or to another state, or if the state has no focal point any more.
 */
export function canGoOn(
  stateId: number,
  entry: { isConfidential: boolean; ownerStateIds: readonly number[] },
  speaking: ReadonlySet<number>,
): boolean {
  return !entry.isConfidential && entry.ownerStateIds.includes(stateId) && speaking.has(stateId);
}

type Days = { startsOn: string; endsOn: string };

/**
 * True if a meeting of this cycle asks about a plan of this period. A partner's meeting asks about
 * its own plans only.
 */
export function isAskedBy(
  meeting: { partnerId: number | null; cycle: Days | null },
  plan: { partnerId: number | null; period: Days },
): boolean {
  if (meeting.cycle === null) return false;
  if (meeting.partnerId !== null && plan.partnerId !== meeting.partnerId) return false;
  return plan.period.startsOn <= meeting.cycle.endsOn && plan.period.endsOn >= meeting.cycle.startsOn;
}

type Asking = Parameters<typeof isAskedBy>[0];
type AskedPlan = Parameters<typeof isAskedBy>[1];

/**
 * The plans that a meeting asks about. Officials meet in the first weeks of a cycle about the work
 * of the one before: where the cycle has no plan of its own with ongoing work, or is not known, it
 * is the last earlier one.
 */
export function plansAskedBy<P extends AskedPlan>(meeting: Asking, plans: readonly P[]): readonly P[] {
  const asked = plans.filter((plan) => isAskedBy(meeting, plan));
  const own = plans.filter(({ partnerId }) => partnerId === meeting.partnerId);
  if (own.some((plan) => asked.includes(plan))) return asked;
  const until = meeting.cycle?.endsOn;
  const earlier = own.filter(({ period }) => until === undefined || period.startsOn <= until);
  const last = earlier.reduce((latest, { period }) => (period.startsOn > latest ? period.startsOn : latest), "");
  return [...asked, ...earlier.filter(({ period }) => period.startsOn === last)];
}

export const workFields = ["status", "schedule", "scheduleReason", "progress"] as const satisfies (keyof KnownWork)[];

/** The fields in which two versions of the work differ. */
export function differingWork(one: KnownWork, other: KnownWork): (keyof KnownWork)[] {
  return workFields.filter((field) => (one[field] ?? null) !== (other[field] ?? null));
}

/** A draft as a head of division reviews it. */
export type HandedIn = { state: DraftState; work: KnownWork; base: KnownWork; baseUpdateId: number | null };

/** The entry as it is now. */
export type EntryNow = {
  stage: Stage | null;
  work: KnownWork;
  isPlanClosed: boolean;
  /** True if the report that completed work needs is among its evidence. */
  hasReport: boolean;
  lastUpdateId: number | null;
};

/** True if the register has changed since the author of the draft looked at it. */
export function hasMovedOn(draft: Pick<HandedIn, "base" | "baseUpdateId">, entry: EntryNow): boolean {
  return differingWork(draft.base, entry.work).length > 0 || (entry.lastUpdateId ?? 0) > (draft.baseUpdateId ?? 0);
}

/** Why the entry takes no report at all; null if it does. */
export function whyNoReport(entry: Pick<EntryNow, "stage" | "isPlanClosed">): ErrorCode | null {
  if (entry.isPlanClosed) return "PLAN_CLOSED";
  return entry.stage === "approved" ? null : "STATUS_NEEDS_APPROVAL";
}

/**
 * The values of a draft that the register would refuse, each with its field; empty if there are
 * none.
 */
export function problemsOf(said: KnownWork, entry: Pick<EntryNow, "work" | "hasReport">): FieldError[] {
  const { status } = said;
  if (status === null) return [{ field: "status", code: "REQUIRED" }];
  const next = workAfter(entry.work, { ...said, status, schedule: said.schedule ?? "on_track" });
  const problems = next === null ? [] : contradictionsOf(entry.work.status, next);
  const isCompleting = status === "completed" && entry.work.status !== "completed";
  return isCompleting && !entry.hasReport
    ? [...problems, { field: "status", code: "REPORT_EVIDENCE_NEEDED" }]
    : problems;
}

/**
 * Why a draft cannot be accepted; null if it can.
 * @param isSeen true if the head sees the draft together with the current register
 */
export function whyNotAccepted(draft: HandedIn, entry: EntryNow, isSeen: boolean): ErrorCode | null {
  if (draft.state !== "submitted") return "DRAFT_NOT_SUBMITTED";
  const refused = whyNoReport(entry);
  if (refused) return refused;
  if (!isSeen && hasMovedOn(draft, entry)) return "ENTRY_MOVED_ON";
  return problemsOf(draft.work, entry)[0]?.code ?? null;
}
