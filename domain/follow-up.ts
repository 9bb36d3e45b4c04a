import type { DecisionOutcome, Stage } from "./lifecycle";

/** Outcomes that ask the proponent for something: to revise a proposal, or to bring it back. */
export const askingOutcomes = ["returned", "deferred"] as const satisfies readonly DecisionOutcome[];
export type AskingOutcome = (typeof askingOutcomes)[number];

export const followUpStates = ["open", "late", "done"] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** The stage in which a proposal waits for what the decision asks. */
const waitingStage: Readonly<Record<AskingOutcome, Stage>> = { returned: "draft", deferred: "deferred" };

type Asked = {
  outcome: AskingOutcome;
  /** The stage of the entry now. */
  stage: Stage | null;
  /** A later decision on the same entry has taken effect. */
  hasLaterDecision: boolean;
  dueOn: string | null;
};

/**
 * Whether what a decision asked for is done. It is done once the proposal has left the stage in
 * which the decision put it, or has been decided on again.
 * @param today `YYYY-MM-DD`
 */
export function followUpState({ outcome, stage, hasLaterDecision, dueOn }: Asked, today: string): FollowUpState {
  if (hasLaterDecision || stage !== waitingStage[outcome]) return "done";
  return dueOn !== null && dueOn < today ? "late" : "open";
}
