import "server-only";
import { chown, type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { mostBytes, type ReadAnchor, readAnchor } from "./anchor";

/** The content of an anchor file: none, not an anchor, or an anchor. */
export type FoundFile = { state: "none" } | { state: "broken"; reason: string } | ({ state: "read" } & ReadAnchor);

/** Never throws: a file that cannot be read has the state `broken`. */
export async function readAnchorFile(file: string): Promise<FoundFile> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    const { size } = await handle.stat();
    if (size > mostBytes) return { state: "broken", reason: `it has ${size} bytes` };
    const read = readAnchor(await handle.readFile("utf8"));
    return read ? { state: "read", ...read } : { state: "broken", reason: "it is no anchor, or half of one" };
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOENT" ? { state: "none" } : { state: "broken", reason: code };
  } finally {
    await handle?.close();
  }
}

let written = 0;

/**
 * Replaces a file atomically and returns when it is on the disk. Mode 0600. A file written by root
 * gets the owner of the folder, so that the site can replace what an operator's command wrote.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const folder = path.dirname(file);
  written += 1;
  const fresh = `${file}.${process.pid}-${written}.new`;
  try {
    const handle = await open(fresh, "w", 0o600);
    try {
      const { uid, gid } = await stat(folder);
      if (process.getuid?.() === 0) await handle.chown(uid, gid);
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Makes a folder for anchors, with the owner of its parent folder. */
export async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!made || process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(path.dirname(folder));
  await chown(folder, uid, gid);
}

/** The anchor files in a folder, sorted by name; empty if the folder does not exist. */
export async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
  return names.filter((name) => name.endsWith(".json")).sort();
}

/** The error's code, such as "EACCES"; the message if it is not a system error. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

/** Writes the folder's new entry to the disk. Not every file system supports that. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder);
    await handle.sync().finally(() => handle.close());
  } catch {
    // In any case the file is complete under the old name or the new one.
  }
}
