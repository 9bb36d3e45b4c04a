/** What a person chooses of a report beside its rows. */

/** How far the paper may travel; printed on every page. */
export const confidentialityLabels = ["public", "internal", "confidential", "final_confidential"] as const;
export type ConfidentialityLabel = (typeof confidentialityLabels)[number];

/** The parts of the country progress report, in their order. */
export const progressSections = [
  "header",
  "summary",
  "progress",
  "narrative",
  "proposals",
  "partners",
  "decisions",
  "signature",
  "sources",
] as const;
export type ProgressSection = (typeof progressSections)[number];

/** Partner items are another session's paper, so they come only when asked for. */
export const defaultSections: readonly ProgressSection[] = progressSections.filter((name) => name !== "partners");
