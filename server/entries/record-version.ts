import "server-only";
import type { Transaction } from "@/db/client";
import { appendEntryVersion, type VersionNote } from "@/db/entry-versions";
import type { Context } from "@/server/context";

type Note = Omit<VersionNote, "recordedAt" | "recordedBy" | "recordedByName">;

/**
 * Writes the entry's new version in the actor's name; see `appendEntryVersion`.
 * @returns the version's id
 */
export function recordVersion(tx: Transaction, context: Context, entryId: number, note: Note): Promise<number | null> {
  const { actor, now } = context;
  return appendEntryVersion(tx, entryId, {
    ...note,
    recordedAt: now,
    recordedBy: actor.userId,
    recordedByName: actor.name,
  });
}
