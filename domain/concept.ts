/** The concept paper of a proposal, and what of it must be there before a meeting is asked (ATPMM 2014, template 2). */

/** The parts that are written in running text, in the order of the template. */
export const conceptFields = [
  "purpose",
  "background",
  "objectives",
  "beneficiaries",
  "workPlan",
  "method",
  "funding",
  "successIndicators",
] as const;
export type ConceptField = (typeof conceptFields)[number];

export type ConceptTexts = Readonly<Record<ConceptField, string | null>>;

/** A paper of which nothing has been written. */
export const emptyConcept: ConceptTexts = {
  purpose: null,
  background: null,
  objectives: null,
  beneficiaries: null,
  workPlan: null,
  method: null,
  funding: null,
  successIndicators: null,
};

/** Parts that stand on the activity and its entry, named as in their form; a title is always there. */
export const standingParts = ["outcomeIds", "proponentStateId"] as const;
export type ProposalPart = ConceptField | (typeof standingParts)[number];

/** Has anything been written? */
export function isBegun(texts: ConceptTexts): boolean {
  return conceptFields.some((field) => texts[field]);
}

/** What a proposal still lacks before it can be submitted, in the order in which it is asked for. */
export function missingParts(texts: ConceptTexts, has: { outcome: boolean; proponent: boolean }): ProposalPart[] {
  return [
    ...(has.outcome ? [] : (["outcomeIds"] as const)),
    ...(has.proponent ? [] : (["proponentStateId"] as const)),
    ...conceptFields.filter((field) => !texts[field]),
  ];
}

/** Only a new proposal to the senior officials brings a paper; what was submitted before has been before a meeting already. */
export function needsConcept(framework: string, wasSubmitted: boolean): boolean {
  return framework === "adgsom_atrc" && !wasSubmitted;
}
