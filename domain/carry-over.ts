import type { ErrorCode, ErrorParams } from "./errors";
import { isStatusStep, type Stage, type Status } from "./lifecycle";

/** What is done with an unfinished entry when its year ends. */
export const carryOverActions = ["leave", "carry", "phase", "complete", "drop", "merge"] as const;
export type CarryOverAction = (typeof carryOverActions)[number];

/** What a carry-over needs to know of an entry. */
export type UnfinishedEntry = {
  stage: Stage | null;
  status: Status | null;
  phase: number | null;
  /** True if a report is among its evidence. */
  hasReport: boolean;
  /** True if its activity is in the plan that entries are carried to. */
  isInTarget: boolean;
  /** True if a later plan continues it. */
  isCarriedOn: boolean;
};

export type Choice = {
  action: CarryOverAction;
  /** The entry with which it is merged; null if none is chosen or found. */
  into: { isItself: boolean; stage: Stage | null; status: Status | null } | null;
  /** True if the chosen decision approves this entry; null if none is cited. */
  isApprovedByDecision: boolean | null;
};

export type CarryOverRefusal = { code: ErrorCode; params?: ErrorParams };

const ended: readonly Stage[] = ["returned", "merged", "withdrawn", "not_supported"];
const done: readonly Status[] = ["completed", "cancelled"];

/** True if the work is not done, or the proposal has not ended. */
export function isUnfinished({ stage, status }: Pick<UnfinishedEntry, "stage" | "status">): boolean {
  if (stage !== null && ended.includes(stage)) return false;
  return status === null || !done.includes(status);
}

/** True if a later plan continues it. */
export function isCarried(action: CarryOverAction): action is "carry" | "phase" {
  return action === "carry" || action === "phase";
}

/** True if a reason is required: everything but leaving and completing needs one. */
export function needsCarryOverReason(action: CarryOverAction): boolean {
  return action !== "leave" && action !== "complete";
}

/** The phase of the entry in the next plan. */
export function phaseAfter(phase: number | null, action: "carry" | "phase"): number | null {
  return action === "phase" ? (phase ?? 1) + 1 : phase;
}

const lastPhase = 99;

/**
 * Why an unfinished entry cannot be carried over in this way; null if it can. Only an approved
 * entry has a status that can become completed or cancelled. A proposal without approval is carried
 * on or left, because only a meeting can drop it. An entry that a later plan continues is finished
 * here.
 * @param hasTarget true if there is a plan to carry entries to
 */
export function refuseCarryOver(entry: UnfinishedEntry, choice: Choice, hasTarget: boolean): CarryOverRefusal | null {
  const { action } = choice;
  if (action === "leave") return null;
  if (!isUnfinished(entry)) return { code: "ENTRY_FINISHED" };
  if (entry.isCarriedOn) return { code: entry.isInTarget ? "ENTRY_ALREADY_IN_PLAN" : "ENTRY_ALREADY_CARRIED" };
  if (isCarried(action)) return refuseCarrying(entry, { ...choice, action }, hasTarget);
  if (entry.stage !== "approved") return { code: "STATUS_NEEDS_APPROVAL" };
  const next = action === "complete" ? "completed" : "cancelled";
  if (entry.status !== null && !isStatusStep(entry.status, next)) return { code: "STATUS_STEP_REFUSED" };
  if (action === "complete") return entry.hasReport ? null : { code: "REPORT_EVIDENCE_NEEDED" };
  return action === "merge" ? refuseMerging(choice.into) : null;
}

function refuseCarrying(
  entry: UnfinishedEntry,
  { action, isApprovedByDecision }: Choice & { action: "carry" | "phase" },
  hasTarget: boolean,
): CarryOverRefusal | null {
  if (!hasTarget) return { code: "NEXT_PLAN_NEEDED" };
  if (entry.isInTarget) return { code: "ENTRY_ALREADY_IN_PLAN" };
  if ((phaseAfter(entry.phase, action) ?? 1) > lastPhase) return { code: "TOO_LARGE", params: { max: lastPhase } };
  return isApprovedByDecision === false ? { code: "DECISION_NOT_APPROVING" } : null;
}

function refuseMerging(into: Choice["into"]): CarryOverRefusal | null {
  if (into === null) return { code: "RECEIVER_UNKNOWN" };
  const goesOn = !into.isItself && into.status !== "cancelled" && (into.stage === null || !ended.includes(into.stage));
  return goesOn ? null : { code: "RECEIVER_REFUSED" };
}

/**
 * True if the planned end is after the old period. Such days and budgets move with the entry; the
 * others stay behind.
 */
export function reachesBeyond(plannedEndOn: string | null, periodEndsOn: string): boolean {
  return plannedEndOn !== null && plannedEndOn > periodEndsOn;
}
