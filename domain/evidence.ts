/** What a file shows; `report` is the one that a completed activity must have. */
export const evidenceKinds = ["report", "minutes", "paper", "photo", "other"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Who reads a comment: the desk alone, or everyone who sees the entry. */
export const audiences = ["desk", "all"] as const;
export type Audience = (typeof audiences)[number];
