/** Choices for a report that do not select its rows. */

/** Confidentiality label; printed on every page. */
export const confidentialityLabels = ["public", "internal", "confidential", "final_confidential"] as const;
export type ConfidentialityLabel = (typeof confidentialityLabels)[number];

/** Parts of the country progress report, in their order. */
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

/** Partner items belong to the documents of another session, so they are off by default. */
export const defaultSections: readonly ProgressSection[] = progressSections.filter((name) => name !== "partners");
