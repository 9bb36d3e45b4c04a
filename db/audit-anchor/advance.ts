import "server-only";
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { holdsRow, readSignedEnd, type SignedEnd } from "../audit-chain";
import type { Database } from "../client";
import { type Anchor, anchorText } from "./anchor";
import { codeOf, type FoundFile, filesIn, makeFolder, readAnchorFile, replaceFile } from "./files";
import { type AnchorFolder, type AnchorPlace, fileIn } from "./places";

/**
 * Why an anchor was left as it is. `unsound`: the log's end is not the one that was signed.
 * `unreadable`, `forged`: the file there is no anchor, or was not signed with our key. `foreign`:
 * it belongs to another log or database. `rolled_back`: it knows a row that the log does not hold.
 * `not_written`: the file could not be replaced. What was found there is never overwritten: it may
 * be the only proof.
 */
export type AnchorProblem = "unsound" | "unreadable" | "forged" | "foreign" | "rolled_back" | "not_written";

export type AnchorState = {
  /** The row that the anchor knows now; null where there is none. */
  readonly seq: number | null;
  readonly hasWritten: boolean;
  readonly problem: { readonly kind: AnchorProblem; readonly file: string | null; readonly reason?: string } | null;
};

/**
 * Moves the anchor at one place on to the committed end of the log. Only forward, and only along
 * the log that it knows: an earlier state of the log that was put back, and then written on, never
 * takes its place.
 * @returns what could not be done as well
 * @throws what the database throws
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
  // What it leaves behind is only more to read.
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
 * More files than processes that share a folder: names of machines that come and go leave one each.
 */
const kept = 16;
const dayMs = 86_400_000;

/** Removes files of processes that are gone, as far as the new anchor says all that they say. */
async function removeSpent(db: Database, { folder }: AnchorFolder, own: Anchor, ownFile: string): Promise<void> {
  const names = await filesIn(folder);
  if (names.length <= kept) return;
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
