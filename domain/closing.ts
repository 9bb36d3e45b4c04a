import type { ErrorCode } from "./errors";
import { type BodyCode, type DecisionOutcome, isOutcomeOfBody, type Stage, type Status, stageAfter } from "./lifecycle";

/** What a decision needs to know of an entry. */
export type StageAndStatus = { stage: Stage | null; status: Status | null; isPlanClosed: boolean };

/**
 * What a decision would do: the stage before and after (`to` is null if it changes nothing), or why
 * it is refused.
 */
export type DecisionPreview = { from: Stage | null; to: Stage | null; refusal: ErrorCode | null };

/** Previews one decision of a body on one entry. */
export function previewDecision(current: StageAndStatus, outcome: DecisionOutcome, body: BodyCode): DecisionPreview {
  const { stage, status, isPlanClosed } = current;
  const refuse = (refusal: ErrorCode): DecisionPreview => ({ from: stage, to: null, refusal });
  if (isPlanClosed) return refuse("PLAN_CLOSED");
  if (!isOutcomeOfBody(outcome, body)) return refuse("OUTCOME_NOT_OF_BODY");
  const next = stageAfter(stage, outcome, status);
  if (next === "refused") return refuse("STAGE_STEP_REFUSED");
  return { from: stage, to: next === "same" ? null : next, refusal: null };
}

/**
 * The entry after the decision. Approval sets the status to "not started"; without approval there
 * is no status.
 */
export function afterDecision(current: StageAndStatus, { to }: DecisionPreview): StageAndStatus {
  if (to === null) return current;
  return { ...current, stage: to, status: to === "approved" ? (current.status ?? "not_started") : null };
}

type Proposed = { entryId: number; outcome: DecisionOutcome };

/**
 * Previews all decisions of one meeting, each applied to the result of those before it.
 * @param currentById each entry before the first decision
 */
export function previewDecisions<D extends Proposed>(
  decisions: readonly D[],
  currentById: ReadonlyMap<number, StageAndStatus>,
  body: BodyCode,
): (D & DecisionPreview)[] {
  const now = new Map(currentById);
  return decisions.map((decision) => {
    const current = now.get(decision.entryId);
    if (!current) return { ...decision, from: null, to: null, refusal: "NOT_FOUND" as const };
    const preview = previewDecision(current, decision.outcome, body);
    if (preview.refusal === null) now.set(decision.entryId, afterDecision(current, preview));
    return { ...decision, ...preview };
  });
}

/**
 * A fingerprint of a review: it differs if a decision, the order of decisions or the effect on an
 * entry differs.
 */
export function reviewOf(lines: readonly ({ id: number } & DecisionPreview)[]): string {
  return lines.map(({ id, from, to }) => `${id}:${from ?? ""}>${to ?? ""}`).join(",");
}

/**
 * The stage that a correcting decision leads to. It is computed from the stage in which the
 * corrected decision found the entry.
 * @param corrected the stage before and after the corrected decision together with its earlier
 *   corrections (`chainsOf`); `to` is null if they changed nothing
 * @returns `refused` if the entry has moved on since, or if work has begun that only an approved
 *   entry can have
 */
export function stageCorrected(
  current: StageAndStatus,
  corrected: { from: Stage | null; to: Stage | null },
  outcome: DecisionOutcome,
): Stage | null | "refused" {
  const hasMoved = corrected.to !== null;
  if (hasMoved && current.stage !== corrected.to) return "refused";
  // Decisions of the reference data do not record the stage before them. A meeting decides on what
  // was submitted.
  const base = hasMoved ? (corrected.from ?? "submitted") : current.stage;
  const next = stageAfter(base, outcome, base === "approved" ? current.status : null);
  if (next === "refused") return "refused";
  const stage = next === "same" ? base : next;
  const hasBegun = current.status !== null && current.status !== "not_started";
  return hasBegun && stage !== "approved" ? "refused" : stage;
}
