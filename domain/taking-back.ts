import type { Actor } from "./roles";

/** What can be taken back of the changes of an entry, and by whom. */

/**
 * The changes that Undo takes back, by their command. Not among them are those that a meeting, a
 * round or the end of a year has made, and the creation of an entry, which removing takes back.
 */
const undoable: ReadonlySet<string> = new Set([
  "entry.progress",
  "entry.report",
  "entry.update",
  "entry.submit",
  "entry.withdraw",
  "entry_state.report",
  "concept.save",
]);

/** A change of one entry, as its history has it. */
export type Act = {
  change: string;
  byId: number | null;
  /** True if nothing has happened to the entry since. */
  isLatest: boolean;
  /** True if the history has the state before it. */
  hasFormer: boolean;
};

/**
 * Why a change cannot be taken back; null if it can.
 * @param undoesOthers true for those who may take back what others did
 */
export function whyNotUndone(
  { change, byId, isLatest, hasFormer }: Act,
  actor: Pick<Actor, "userId">,
  undoesOthers: boolean,
): "UNDO_IMPOSSIBLE" | "UNDO_NOT_OWN" | "UNDO_ENDED" | null {
  if (!undoable.has(change) || !hasFormer) return "UNDO_IMPOSSIBLE";
  if (!undoesOthers && (byId === null || byId !== actor.userId)) return "UNDO_NOT_OWN";
  return isLatest ? null : "UNDO_ENDED";
}
