import type { ErrorCode } from "./errors";
import { type BodyCode, type DecisionOutcome, isOutcomeOfBody, type Stage, type Status, stageAfter } from "./lifecycle";

/** What a decision needs to know of an entry. */
export type Standing = { stage: Stage | null; status: Status | null; isPlanClosed: boolean };

/**
 * What a decision would do: the stage before and after (`to` is null if it changes nothing), or why
 * it is refused.
 */
export type Foreseen = { from: Stage | null; to: Stage | null; refusal: ErrorCode | null };

/** Previews one decision of a body on one entry. */
export function foresee(standing: Standing, outcome: DecisionOutcome, body: BodyCode): Foreseen {
  const { stage, status, isPlanClosed } = standing;
  const refuse = (refusal: ErrorCode): Foreseen => ({ from: stage, to: null, refusal });
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
export function standingAfter(standing: Standing, { to }: Foreseen): Standing {
  if (to === null) return standing;
  return { ...standing, stage: to, status: to === "approved" ? (standing.status ?? "not_started") : null };
}

type Proposed = { entryId: number; outcome: DecisionOutcome };

/**
 * Previews all decisions of one meeting, each applied to the result of those before it.
 * @param standings each entry before the first decision
 */
export function foreseeAll<D extends Proposed>(
  decisions: readonly D[],
  standings: ReadonlyMap<number, Standing>,
  body: BodyCode,
): (D & Foreseen)[] {
  const now = new Map(standings);
  return decisions.map((decision) => {
    const standing = now.get(decision.entryId);
    if (!standing) return { ...decision, from: null, to: null, refusal: "NOT_FOUND" as const };
    const foreseen = foresee(standing, decision.outcome, body);
    if (foreseen.refusal === null) now.set(decision.entryId, standingAfter(standing, foreseen));
    return { ...decision, ...foreseen };
  });
}

/**
 * A fingerprint of a review: it differs if a decision, the order of decisions or the effect on an
 * entry differs.
 */
export function reviewOf(lines: readonly ({ id: number } & Foreseen)[]): string {
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
  standing: Standing,
  corrected: { from: Stage | null; to: Stage | null },
  outcome: DecisionOutcome,
): Stage | null | "refused" {
  const hasMoved = corrected.to !== null;
  if (hasMoved && standing.stage !== corrected.to) return "refused";
  // Decisions of the reference data do not record the stage before them. A meeting decides on what
  // was submitted.
  const base = hasMoved ? (corrected.from ?? "submitted") : standing.stage;
  const next = stageAfter(base, outcome, base === "approved" ? standing.status : null);
  if (next === "refused") return "refused";
  const stage = next === "same" ? base : next;
  const hasBegun = standing.status !== null && standing.status !== "not_started";
  return hasBegun && stage !== "approved" ? "refused" : stage;
}
