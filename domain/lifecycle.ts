/** The three axes of a plan entry: stage (of the proposal), status (of the work) and schedule. */

export const stages = [
  "draft",
  "submitted",
  "considered",
  "accepted",
  "endorsed",
  "approved",
  "returned",
  "deferred",
  "merged",
  "withdrawn",
  "not_supported",
] as const;
export type Stage = (typeof stages)[number];

export const statuses = ["not_started", "ongoing", "implemented", "completed", "cancelled"] as const;
export type Status = (typeof statuses)[number];

export const schedules = ["on_track", "at_risk", "delayed", "extended"] as const;
export type Schedule = (typeof schedules)[number];

/** What a meeting did, normalised; the verb as printed is stored beside it. */
export const decisionOutcomes = [
  "considered",
  "accepted",
  "endorsed",
  "approved",
  "returned",
  "deferred",
  "merged",
  "withdrawn",
  "not_supported",
  "noted",
  "discussed",
] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export const bodyCodes = ["ADGMIN", "ADGSOM", "ATRC", "JWG", "RETREAT", "ASEC", "PARTNER"] as const;
export type BodyCode = (typeof bodyCodes)[number];

/** True for the bodies that the product has words for; others are known by their code. */
export const isBodyCode = (code: string): code is BodyCode => bodyCodes.some((known) => known === code);

/**
 * Which bodies may move a proposal forward with which outcome. Other outcomes are open to all
 * bodies.
 */
const bodiesOf: Partial<Record<DecisionOutcome, readonly BodyCode[]>> = {
  considered: ["JWG", "RETREAT", "ADGSOM", "ATRC"],
  accepted: ["RETREAT", "ADGSOM", "ATRC"],
  endorsed: ["JWG", "RETREAT", "ADGSOM", "ATRC", "ADGMIN"],
  approved: ["ADGSOM", "ATRC", "ADGMIN"],
};

/** True if a meeting of this body may take a decision with this outcome. */
export function isOutcomeOfBody(outcome: DecisionOutcome, body: BodyCode): boolean {
  return bodiesOf[outcome]?.includes(body) ?? true;
}

const underWay: readonly Stage[] = ["submitted", "considered", "accepted", "endorsed", "deferred"];

/**
 * The stage after a decision.
 * @returns the next stage; `same` if the outcome changes nothing; `refused` if the step is
 *   impossible.
 *
 * Not every proposal takes every step, and a step back is a decision too. Drafts and ended
 * proposals cannot be decided on. An approved entry keeps its stage once work has begun, because
 * only approved entries have a status.
 */
export function stageAfter(
  stage: Stage | null,
  outcome: DecisionOutcome,
  status: Status | null,
): Stage | "same" | "refused" {
  if (stage === "draft") return "refused";
  if (outcome === "noted" || outcome === "discussed") return "same";
  if (stage === null) return "refused";
  const next: Stage = outcome === "returned" ? "draft" : outcome;
  if (underWay.includes(stage)) return next === stage ? "same" : next;
  if (stage === "approved") {
    if (next === "approved") return "same";
    return status === null || status === "not_started" ? next : "refused";
  }
  return "refused";
}

/** True for a draft: only the proponent acts before submission. */
export function canSubmit(stage: Stage | null): boolean {
  return stage === "draft";
}

const statusSteps: Record<Status, readonly Status[]> = {
  not_started: ["ongoing", "implemented", "cancelled"],
  ongoing: ["not_started", "implemented", "completed", "cancelled"],
  implemented: ["ongoing", "completed", "cancelled"],
  completed: ["implemented", "ongoing"],
  cancelled: ["ongoing", "not_started"],
};

/**
 * Most steps back are allowed, because desks correct mistakes. Work that never began cannot be
 * complete.
 */
export function isStatusStep(from: Status, to: Status): boolean {
  return from === to || statusSteps[from].includes(to);
}

/** True if the percentage fits the status: 0 for work not started, 100 for completed work. */
export function isProgressOf(status: Status, progress: number): boolean {
  if (status === "not_started") return progress === 0;
  if (status === "completed") return progress === 100;
  return true;
}

/** True if the work has a schedule: completed or cancelled work is no longer early or late. */
export function hasSchedule(status: Status): boolean {
  return status !== "completed" && status !== "cancelled";
}

/** True if the schedule needs a reason: everything but "on track" does. */
export function needsReason(schedule: Schedule | null): boolean {
  return schedule !== null && schedule !== "on_track";
}
