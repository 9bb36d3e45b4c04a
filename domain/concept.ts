/**
 * The concept note of a proposal, and which of its parts are required before it is submitted (ATPMM
 * 2014, template 2).
 */

/** The parts that are running text, in the order of the template. */
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

/** A concept note without any text. */
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

/**
 * Parts that are fields of the activity and its entry, by their form names. A title is always
 * present.
 */
export const formParts = ["outcomeIds", "proponentStateId"] as const;
export type ProposalPart = ConceptField | (typeof formParts)[number];

/** True if any part has text. */
export function isBegun(texts: ConceptTexts): boolean {
  return conceptFields.some((field) => texts[field]);
}

/** What a proposal still needs before it can be submitted, in the order of the template. */
export function missingParts(texts: ConceptTexts, has: { outcome: boolean; proponent: boolean }): ProposalPart[] {
  return [
    ...(has.outcome ? [] : (["outcomeIds"] as const)),
    ...(has.proponent ? [] : (["proponentStateId"] as const)),
    ...conceptFields.filter((field) => !texts[field]),
  ];
}

/**
 * True if the proposal needs a concept note. Only new proposals to ADGSOM-ATRC do: others have been
 * before a meeting already.
 */
export function needsConcept(framework: string, wasSubmitted: boolean): boolean {
  return framework === "adgsom_atrc" && !wasSubmitted;
}
