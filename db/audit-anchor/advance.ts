import "server-only";
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { holdsRow, readSignedEnd, type SignedEnd } from "../audit-chain";
import type { Database } from "../client";
import { type Anchor, anchorText } from "./anchor";
import { codeOf, type FoundFile, filesIn, makeFolder, readAnchorFile, replaceFile } from "./files";
import { type AnchorFolder, type AnchorPlace, fileIn } from "./places";

/**
 * Why an anchor was not advanced. `unsound`: the end of the log differs from the signed end.
 * `unreadable`, `forged`: the existing file is not an anchor, or was not signed with our key.
 * `foreign`: it belongs to another log or database. `rolled_back`: it names a row that the log does
 * not contain. `not_written`: the file could not be replaced. An existing file with such a problem
 * is never overwritten, because it may be the only proof.
 */
export type AnchorProblem = "unsound" | "unreadable" | "forged" | "foreign" | "rolled_back" | "not_written";

export type AnchorState = {
  /** The row that the anchor names now; null if there is no anchor. */
  readonly seq: number | null;
  readonly hasWritten: boolean;
  readonly problem: { readonly kind: AnchorProblem; readonly file: string | null; readonly reason?: string } | null;
};

/**
 * Advances the anchor at one place to the committed end of the log. It only moves forward, and only
 * within the log that it belongs to: if an earlier state of the log was restored and extended, the
 * anchor does not follow it.
 * @returns the anchor's state, with the problem if it could not be advanced
 * @throws errors of the database
 */
export async function advanceAnchor(db: Database, place: AnchorPlace): Promise<AnchorState> {
  const end = await readSignedEnd(db);
  if (end === null) return { seq: null, hasWritten: false, problem: null };
  if (end === "unsound") return refused(null, "unsound", null);
  const file = fileIn(place, end.log);
  const found = await readAnchorFile(file);
  const before = found.state === "read" ? found.anchor : null;
  const kind = await problemWith(db, place, end, found);
  if (kind) return refused(before, kind, file, found.state === "broken" ? found.reason : undefined);
  if (before && before.seq >= end.seq) return { seq: before.seq, hasWritten: false, problem: null };
  const anchor = { ...end, database: place.database, notedAt: new Date().toISOString() };
  try {
    if (place.kind === "folder") await makeFolder(place.folder);
    await replaceFile(file, anchorText(anchor));
  } catch (error) {
    return refused(before, "not_written", file, codeOf(error));
  }
  // A file that could not be removed only means more to read; the error is ignored.
  if (place.kind === "folder" && !before) await removeSpent(db, place, anchor, file).catch(() => undefined);
  return { seq: anchor.seq, hasWritten: true, problem: null };
}

function refused(before: Anchor | null, kind: AnchorProblem, file: string | null, reason?: string): AnchorState {
  return { seq: before?.seq ?? null, hasWritten: false, problem: { kind, file, reason } };
}

async function problemWith(
  db: Database,
  { database }: AnchorPlace,
  { log }: SignedEnd,
  found: FoundFile,
): Promise<AnchorProblem | null> {
  if (found.state === "none") return null;
  if (found.state === "broken") return "unreadable";
  if (!found.isGenuine) return "forged";
  if (found.anchor.database !== database || found.anchor.log !== log) return "foreign";
  return (await holdsRow(db, found.anchor)) ? null : "rolled_back";
}

/**
 * Files are removed only above this number. It exceeds the number of processes that share a folder;
 * each host name that was used for a while leaves one file.
 */
const fileLimit = 16;
const dayMs = 86_400_000;

/**
 * Removes files of processes that no longer run, if the new anchor covers everything they prove.
 */
async function removeSpent(db: Database, { folder }: AnchorFolder, own: Anchor, ownFile: string): Promise<void> {
  const names = await filesIn(folder);
  if (names.length <= fileLimit) return;
  for (const name of names) {
    const file = path.join(folder, name);
    const found = await readAnchorFile(file);
    if (file === ownFile || found.state !== "read" || !found.isGenuine) continue;
    const { anchor } = found;
    if (anchor.log !== own.log || anchor.database !== own.database || anchor.seq > own.seq) continue;
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > dayMs && (await holdsRow(db, anchor))) await rm(file, { force: true });
  }
}
