import type { ErrorCode, ErrorParams } from "./errors";
import { isStatusStep, type Stage, type Status } from "./lifecycle";

/** What becomes of an unfinished entry when its year ends. */
export const settlements = ["leave", "carry", "phase", "complete", "drop", "merge"] as const;
export type Settlement = (typeof settlements)[number];

/** Where an entry stands, as far as its settling asks. */
export type Unsettled = {
  stage: Stage | null;
  status: Status | null;
  phase: number | null;
  /** A report is among its evidence. */
  hasReport: boolean;
  /** Its activity stands in the plan to which entries are carried. */
  isInTarget: boolean;
  /** A later plan goes on with it. */
  isCarriedOn: boolean;
};

export type Choice = {
  settlement: Settlement;
  /** The entry with which it is merged; null for none, or for one that cannot be found. */
  into: { isItself: boolean; stage: Stage | null; status: Status | null } | null;
  /** Of the chosen decision: does it approve this entry? Null where none is cited. */
  isApprovedByDecision: boolean | null;
};

export type SettlingRefusal = { code: ErrorCode; params?: ErrorParams };

const ended: readonly Stage[] = ["returned", "merged", "withdrawn", "not_supported"];
const done: readonly Status[] = ["completed", "cancelled"];

/** Is anything left to be said of this entry: work that is not done, or a proposal that has not come to its end? */
export function isUnfinished({ stage, status }: Pick<Unsettled, "stage" | "status">): boolean {
  if (stage !== null && ended.includes(stage)) return false;
  return status === null || !done.includes(status);
}

/** Does a later plan go on with it? */
export function isCarried(settlement: Settlement): settlement is "carry" | "phase" {
  return settlement === "carry" || settlement === "phase";
}

/** Everything but leaving it and completing it must say why. */
export function needsSettlingReason(settlement: Settlement): boolean {
  return settlement !== "leave" && settlement !== "complete";
}

/** The phase of the entry that goes on with it. */
export function phaseAfter(phase: number | null, settlement: "carry" | "phase"): number | null {
  return settlement === "phase" ? (phase ?? 1) + 1 : phase;
}

const lastPhase = 99;

/**
 * Why an unfinished entry cannot be settled so; null when it can. Only an approved entry has a status that could become completed or
 * cancelled: a proposal under way is carried on or left, because dropping it is a decision of a meeting. What a later plan goes on with
 * is settled.
 * @param hasTarget is there a plan to which entries are carried?
 */
export function refuseSettling(entry: Unsettled, choice: Choice, hasTarget: boolean): SettlingRefusal | null {
  const { settlement } = choice;
  if (settlement === "leave") return null;
  if (!isUnfinished(entry)) return { code: "ENTRY_FINISHED" };
  if (entry.isCarriedOn) return { code: entry.isInTarget ? "ENTRY_ALREADY_IN_PLAN" : "ENTRY_ALREADY_CARRIED" };
  if (isCarried(settlement)) return refuseCarrying(entry, { ...choice, settlement }, hasTarget);
  if (entry.stage !== "approved") return { code: "STATUS_NEEDS_APPROVAL" };
  const next = settlement === "complete" ? "completed" : "cancelled";
  if (entry.status !== null && !isStatusStep(entry.status, next)) return { code: "STATUS_STEP_REFUSED" };
  if (settlement === "complete") return entry.hasReport ? null : { code: "REPORT_EVIDENCE_NEEDED" };
  return settlement === "merge" ? refuseMerging(choice.into) : null;
}

function refuseCarrying(
  entry: Unsettled,
  { settlement, isApprovedByDecision }: Choice & { settlement: "carry" | "phase" },
  hasTarget: boolean,
): SettlingRefusal | null {
  if (!hasTarget) return { code: "NEXT_PLAN_NEEDED" };
  if (entry.isInTarget) return { code: "ENTRY_ALREADY_IN_PLAN" };
  if ((phaseAfter(entry.phase, settlement) ?? 1) > lastPhase) return { code: "TOO_LARGE", params: { max: lastPhase } };
  return isApprovedByDecision === false ? { code: "DECISION_NOT_APPROVING" } : null;
}

function refuseMerging(into: Choice["into"]): SettlingRefusal | null {
  if (into === null) return { code: "RECEIVER_UNKNOWN" };
  const goesOn = !into.isItself && into.status !== "cancelled" && (into.stage === null || !ended.includes(into.stage));
  return goesOn ? null : { code: "RECEIVER_REFUSED" };
}

/** Days and money planned beyond the end of the old period go with the entry; what was planned within it stays behind. */
export function reachesBeyond(plannedEndOn: string | null, periodEndsOn: string): boolean {
  return plannedEndOn !== null && plannedEndOn > periodEndsOn;
}
