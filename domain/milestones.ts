import { addDays, latestDay } from "./days";
import type { DayPrecision } from "./vocabulary";

/** What a deadline hangs on: a day of its own, a meeting's days, or the end of its activity. */
export const anchors = ["day", "meeting", "entry_end"] as const;
export type Anchor = (typeof anchors)[number];

/** How far before or after its anchor a deadline may be, in days. */
export const farthestDays = 730;

/** What made a deadline's day another one: its meeting, its activity, or an edit of the deadline itself. */
export const moveCauses = ["meeting", "entry", "edit"] as const;
export type MoveCause = (typeof moveCauses)[number];

/** When a meeting meets, `YYYY-MM-DD`, each day with how exactly it is known. */
export type MeetingDays = {
  firstOn: string | null;
  firstPrecision: DayPrecision;
  lastOn: string | null;
  lastPrecision: DayPrecision;
};

export type EntryEnd = { plannedEndOn: string | null; actualEndOn: string | null };

export type Milestone = {
  anchor: Anchor;
  /** With the anchor `day`. */
  fixedOn: string | null;
  /** Days after the anchor; before it where negative. */
  offsetDays: number;
};

/**
 * The day on which it is due. What is due before a meeting, or on it, counts from its first day, what is due after it from its last; a day
 * known only so far counts as the latest that it can be.
 * @returns null while the day it hangs on is not known
 */
export function dueDay(
  { anchor, fixedOn, offsetDays }: Milestone,
  { meeting, entry }: { meeting: MeetingDays | null; entry: EntryEnd | null },
): string | null {
  if (anchor === "day") return fixedOn;
  const from = anchor === "meeting" ? meeting && dayOfMeeting(meeting, offsetDays) : entry && endOfEntry(entry);
  return from === null ? null : addDays(from, offsetDays);
}

function dayOfMeeting({ firstOn, firstPrecision, lastOn, lastPrecision }: MeetingDays, offsetDays: number) {
  const [first, last] = [latestDay(firstOn, firstPrecision), latestDay(lastOn, lastPrecision)];
  if (offsetDays > 0 || first === null) return last ?? first;
  // A meeting known to begin within a month begins at the latest when it ends.
  return last !== null && last < first ? last : first;
}

/** When the work ended, or else is planned to end. */
const endOfEntry = ({ plannedEndOn, actualEndOn }: EntryEnd): string | null => actualEndOn ?? plannedEndOn;

/** Where a deadline stands on a day: lateness is shown, and changes nothing by itself. */
export const deadlineStates = ["open", "late", "done"] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/** @param today `YYYY-MM-DD` */
export function stateOf(
  { dueOn, doneOn }: { dueOn: string | null; doneOn: string | null },
  today: string,
): DeadlineState {
  if (doneOn !== null) return "done";
  return dueOn !== null && dueOn < today ? "late" : "open";
}
