/** The three axes of a plan entry, never one list: stage (the proposal's way), status (the work), schedule. */

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

/** What a meeting did, normalised; the verb as printed is kept beside it. */
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

/** Which body may move a proposal forward with which outcome. Other outcomes are open to all. */
const bodiesOf: Partial<Record<DecisionOutcome, readonly BodyCode[]>> = {
  considered: ["JWG", "RETREAT", "ADGSOM", "ATRC"],
  accepted: ["RETREAT", "ADGSOM", "ATRC"],
  endorsed: ["JWG", "RETREAT", "ADGSOM", "ATRC", "ADGMIN"],
  approved: ["ADGSOM", "ATRC", "ADGMIN"],
};

/** May a meeting of this body decide so? */
export function isOutcomeOfBody(outcome: DecisionOutcome, body: BodyCode): boolean {
  return bodiesOf[outcome]?.includes(body) ?? true;
}

const underWay: readonly Stage[] = ["submitted", "considered", "accepted", "endorsed", "deferred"];

/**
 * The stage that a decision leads to, from where the proposal stands now.
 * @returns the next stage; `same` when the outcome moves nothing; `refused` when the step is impossible.
 * Not every proposal takes every step, and a step back is a decision too; what is ended or still a draft is not decided
 * upon. An approved entry keeps its stage once work has begun, because a status belongs to approved entries only.
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

/** Before submission the proponent acts alone: a draft is submitted, or removed. */
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

/** Desks correct mistakes, so most steps back are allowed; work that never began cannot be complete. */
export function isStatusStep(from: Status, to: Status): boolean {
  return from === to || statusSteps[from].includes(to);
}

/** Progress in percent that contradicts the status: nothing done yet, or everything done. */
export function isProgressOf(status: Status, progress: number): boolean {
  if (status === "not_started") return progress === 0;
  if (status === "completed") return progress === 100;
  return true;
}

/** Anything but "on track" must say why. */
export function needsReason(schedule: Schedule | null): boolean {
  return schedule !== null && schedule !== "on_track";
}
