/**
 * What a file is. Completed work needs a `report`; the rules of a fund ask for a
 * `financial_report`.
 */
export const evidenceKinds = ["report", "financial_report", "minutes", "paper", "photo", "other"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * Who may read a comment or a meeting document: the ASEAN desk only, or everyone who sees the
 * entry.
 */
export const audiences = ["desk", "all"] as const;
export type Audience = (typeof audiences)[number];

/** The accepted file extensions, in the order in which messages list them. */
export const evidenceExtensions = [
  ...(["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "doc", "xls", "ppt"] as const),
  ...(["jpg", "jpeg", "jfif", "png", "heic", "webp", "csv", "txt", "eml", "msg"] as const),
] as const;
export type EvidenceExtension = (typeof evidenceExtensions)[number];

/** The same without other spellings of one kind, as hints name them. */
export const namedExtensions = evidenceExtensions.filter((one) => one !== "jpeg" && one !== "jfif");

/** The largest file accepted, in bytes (10 MB). */
export const evidenceLimit = 10 * 1024 * 1024;

/**
 * The most evidence of one entry: number of files, and total bytes (200 MB). Removed files do not
 * count.
 */
export const entryEvidenceLimit = { files: 50, bytes: 200 * 1024 * 1024 } as const;

/** The same for the documents of one meeting and its agenda items. */
export const meetingPapersLimit = { files: 200, bytes: 500 * 1024 * 1024 } as const;
