import type { DecisionOutcome, Stage } from "@/domain/lifecycle";

type Decision = { id: number; outcome: DecisionOutcome; isPending: boolean; correctsId: number | null };

/**
 * The decision that sent a proposal back to its draft: the latest that took effect and was not put
 * right since; none once it is submitted again. @param decisions the latest first
 */
export function returnedBy<D extends Decision>(stage: Stage | null, decisions: readonly D[]): D | undefined {
  if (stage !== "draft") return undefined;
  const corrected = new Set(decisions.map(({ correctsId }) => correctsId));
  return decisions.find(({ id, isPending, outcome }) => outcome === "returned" && !isPending && !corrected.has(id));
}
