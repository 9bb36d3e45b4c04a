import "server-only";
import { rename } from "node:fs/promises";
import path from "node:path";
import type { Anchor } from "./anchor";
import { codeOf, filesIn, makeFolder, readAnchorFile } from "./files";
import { type AnchorPlace, placeName } from "./places";

/** An anchor with the place where it was found, worded for people. */
export type FoundAnchor = Anchor & { readonly source: string; readonly file: string };
/**
 * A file that proves nothing, with the reason: it is missing, cannot be read, or was not signed
 * with our key.
 */
export type AnchorFault = {
  readonly kind: "missing" | "unreadable" | "forged";
  readonly source: string;
  readonly reason?: string;
};

/** `left` contains the files that could not be renamed, with the reason. */
export type Aside = { moved: { from: string; to: string }[]; left: { file: string; reason: string }[] };

type Found = { readonly anchors: FoundAnchor[]; readonly faults: AnchorFault[] };

/** All anchors stored outside the database, of all processes. */
export async function findAnchors(places: readonly AnchorPlace[]): Promise<Found> {
  const found: Found = { anchors: [], faults: [] };
  for (const place of places) {
    try {
      for (const file of await filesAt(place)) await addFound(found, place, file);
    } catch (error) {
      const source = `${placeName(place)}'s anchors`;
      found.faults.push({ kind: "unreadable", source, reason: codeOf(error) });
    }
  }
  return found;
}

async function addFound({ anchors, faults }: Found, place: AnchorPlace, file: string): Promise<void> {
  const source = `${placeName(place)}'s anchor ${place.kind === "file" ? file : path.basename(file)}`;
  const read = await readAnchorFile(file);
  if (read.state === "none") faults.push({ kind: "missing", source });
  else if (read.state === "broken") faults.push({ kind: "unreadable", source, reason: read.reason });
  else if (read.isGenuine) anchors.push({ ...read.anchor, source, file });
  else faults.push({ kind: "forged", source });
}

/**
 * Moves the anchors of a database aside, because an operator has restored another state of it. They
 * are renamed with the time, never removed, so that they can still be compared later.
 */
export async function setAnchorsAside(places: readonly AnchorPlace[], now: Date): Promise<Aside> {
  const aside: Aside = { moved: [], left: [] };
  const time = now.toISOString().replace(/[-:.]/g, "");
  for (const place of places) {
    for (const file of await filesAt(place)) {
      const read = await readAnchorFile(file);
      if (read.state === "none") continue;
      if (read.state === "read" && read.anchor.database !== place.database) {
        // A folder may serve several databases in turn; AUDIT_ANCHOR_FILE belongs to one only.
        if (place.kind === "file")
          aside.left.push({ file, reason: `it is of another database, ${read.anchor.database}` });
        continue;
      }
      const folder = place.kind === "file" ? path.dirname(file) : path.join(place.folder, "set-aside");
      const to = path.join(folder, `${path.basename(file)}.${time}`);
      try {
        if (place.kind === "folder") await makeFolder(folder);
        await rename(file, to);
        aside.moved.push({ from: file, to });
      } catch (error) {
        aside.left.push({ file, reason: codeOf(error) });
      }
    }
  }
  return aside;
}

async function filesAt(place: AnchorPlace): Promise<string[]> {
  if (place.kind === "file") return [place.file];
  return (await filesIn(place.folder)).map((name) => path.join(place.folder, name));
}
