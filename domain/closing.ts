import type { ErrorCode } from "./errors";
import { type BodyCode, type DecisionOutcome, isOutcomeOfBody, type Stage, type Status, stageAfter } from "./lifecycle";

/** Where an entry stands, as far as a decision asks. */
export type Standing = { stage: Stage | null; status: Status | null; isPlanClosed: boolean };

/** What a decision would do: from where to where (null: it moves nothing), or why it cannot. */
export type Foreseen = { from: Stage | null; to: Stage | null; refusal: ErrorCode | null };

/** What a decision of this body would do to an entry that stands so. */
export function foresee(standing: Standing, outcome: DecisionOutcome, body: BodyCode): Foreseen {
  const { stage, status, isPlanClosed } = standing;
  const refuse = (refusal: ErrorCode): Foreseen => ({ from: stage, to: null, refusal });
  if (isPlanClosed) return refuse("PLAN_CLOSED");
  if (!isOutcomeOfBody(outcome, body)) return refuse("OUTCOME_NOT_OF_BODY");
  const next = stageAfter(stage, outcome, status);
  if (next === "refused") return refuse("STAGE_STEP_REFUSED");
  return { from: stage, to: next === "same" ? null : next, refusal: null };
}

/** Where the entry stands after the decision. With approval the work begins at "not started"; without it there is no status. */
export function standingAfter(standing: Standing, { to }: Foreseen): Standing {
  if (to === null) return standing;
  return { ...standing, stage: to, status: to === "approved" ? (standing.status ?? "not_started") : null };
}

type Proposed = { entryId: number; outcome: DecisionOutcome };

/**
 * What the decisions of one meeting would do, each on what those before it left behind.
 * @param standings where each entry stands before the first of them
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

/** What a review showed, in one line: another decision, another order or another step of an entry makes another line. */
export function reviewOf(lines: readonly ({ id: number } & Foreseen)[]): string {
  return lines.map(({ id, from, to }) => `${id}:${from ?? ""}>${to ?? ""}`).join(",");
}

/**
 * The stage that a correcting decision leads to: reckoned from where the corrected one found the entry.
 * @param corrected from where and to where the corrected decision, with what put it right before (`chainsOf`), moved the entry; `to` is null
 * when it moved nothing
 * @returns `refused` when the entry has moved on since, or when work has begun that only an approved entry can have
 */
export function stageCorrected(
  standing: Standing,
  corrected: { from: Stage | null; to: Stage | null },
  outcome: DecisionOutcome,
): Stage | null | "refused" {
  const hasMoved = corrected.to !== null;
  if (hasMoved && standing.stage !== corrected.to) return "refused";
  // Of decisions that came with the reference data it is not told where they found an entry: a meeting decides on what was submitted.
  const base = hasMoved ? (corrected.from ?? "submitted") : standing.stage;
  const next = stageAfter(base, outcome, base === "approved" ? standing.status : null);
  if (next === "refused") return "refused";
  const stage = next === "same" ? base : next;
  const hasBegun = standing.status !== null && standing.status !== "not_started";
  return hasBegun && stage !== "approved" ? "refused" : stage;
}
