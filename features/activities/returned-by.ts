import type { DecisionOutcome, Stage } from "@/domain/lifecycle";

type Decision = { id: number; outcome: DecisionOutcome; isPending: boolean; correctsId: number | null };

/**
 * The decision that returned a proposal to its draft: the latest effective one that has not been
 * corrected; undefined once the draft is submitted again.
 * @param decisions latest first
 */
export function returnedBy<D extends Decision>(stage: Stage | null, decisions: readonly D[]): D | undefined {
  if (stage !== "draft") return undefined;
  const corrected = new Set(decisions.map(({ correctsId }) => correctsId));
  return decisions.find(({ id, isPending, outcome }) => outcome === "returned" && !isPending && !corrected.has(id));
}
