/** What a file shows; `report` is the one that a completed activity must have, `financial_report` what its fund asks for. */
export const evidenceKinds = ["report", "financial_report", "minutes", "paper", "photo", "other"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Who reads a comment: the desk alone, or everyone who sees the entry. */
export const audiences = ["desk", "all"] as const;
export type Audience = (typeof audiences)[number];

/** The endings of files that are taken, in the order in which they are told. */
export const evidenceExtensions = [
  ...(["pdf", "docx", "xlsx", "pptx", "odt", "ods"] as const),
  ...(["jpg", "jpeg", "png", "csv", "txt"] as const),
] as const;
export type EvidenceExtension = (typeof evidenceExtensions)[number];

/** The most that one file may hold, in bytes: 10 MB. */
export const evidenceLimit = 10 * 1024 * 1024;

/** The most that one entry may have among its evidence: files, and bytes of them together (200 MB). What was taken back does not count. */
export const entryEvidenceLimit = { files: 50, bytes: 200 * 1024 * 1024 } as const;

/** The same for the papers of one meeting and of the points of its agenda. */
export const meetingPapersLimit = { files: 200, bytes: 500 * 1024 * 1024 } as const;
