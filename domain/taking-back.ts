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

/**
 * The heads' setting: for how many hours authors may correct their updates, and for how many days
 * what was removed is kept.
 */
export type TakingBack = { hours: number; binDays: number };
export const defaultTakingBack: TakingBack = { hours: 24, binDays: 90 };
export const takingBackBounds = { hours: { min: 0, max: 720 }, binDays: { min: 7, max: 3650 } } as const;

/** An update, as far as it decides whether its author may still correct it or take it back. */
export type OwnUpdate = {
  authorId: number | null;
  recordedAt: Date;
  /** True if a round or a meeting has used it: others have acted on what it says. */
  isUsed: boolean;
};

/** Until when an update's author may correct it. */
export const correctableUntil = (recordedAt: Date, hours: number): Date =>
  new Date(recordedAt.getTime() + hours * 3_600_000);

/** Why an update stands as it is, so that only a later one can correct it; null if it does not. */
export function whyUpdateStands(
  { authorId, recordedAt, isUsed }: OwnUpdate,
  actor: Pick<Actor, "userId">,
  { now, hours }: { now: Date; hours: number },
): "UPDATE_NOT_OWN" | "UPDATE_USED" | "UPDATE_TIME_OVER" | null {
  if (authorId === null || authorId !== actor.userId) return "UPDATE_NOT_OWN";
  if (isUsed) return "UPDATE_USED";
  return now < correctableUntil(recordedAt, hours) ? null : "UPDATE_TIME_OVER";
}
