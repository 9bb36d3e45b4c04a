import { addDays, latestDay } from "./days";
import type { DayPrecision } from "./vocabulary";

/**
 * What a deadline is counted from: a fixed date, the days of a meeting, or the end of its activity.
 */
export const anchors = ["day", "meeting", "entry_end"] as const;
export type Anchor = (typeof anchors)[number];

/** The largest number of days between a deadline and its anchor. */
export const farthestDays = 730;

/** Why a deadline's date changed: its meeting, its activity, or an edit of the deadline itself. */
export const moveCauses = ["meeting", "entry", "edit"] as const;
export type MoveCause = (typeof moveCauses)[number];

/** The days of a meeting, `YYYY-MM-DD`, each with its precision. */
export type MeetingDays = {
  firstOn: string | null;
  firstPrecision: DayPrecision;
  lastOn: string | null;
  lastPrecision: DayPrecision;
};

export type EntryEnd = { plannedEndOn: string | null; actualEndOn: string | null };

export type Deadline = {
  anchor: Anchor;
  /** Set if the anchor is `day`. */
  fixedOn: string | null;
  /** Days after the anchor; before it if negative. */
  offsetDays: number;
};

/**
 * The date on which it is due. A date on or before a meeting is counted from its first day, one
 * after it from its last day; an imprecise day counts as the latest that it can be.
 * @returns null if the date it is counted from is not known
 */
export function dueDay(
  { anchor, fixedOn, offsetDays }: Deadline,
  { meeting, entry }: { meeting: MeetingDays | null; entry: EntryEnd | null },
): string | null {
  if (anchor === "day") return fixedOn;
  const from = anchor === "meeting" ? meeting && dayOfMeeting(meeting, offsetDays) : entry && endOfEntry(entry);
  return from === null ? null : addDays(from, offsetDays);
}

function dayOfMeeting({ firstOn, firstPrecision, lastOn, lastPrecision }: MeetingDays, offsetDays: number) {
  const [first, last] = [latestDay(firstOn, firstPrecision), latestDay(lastOn, lastPrecision)];
  if (offsetDays > 0 || first === null) return last ?? first;
  // A meeting that begins some time in a month begins at the latest on its last day.
  return last !== null && last < first ? last : first;
}

/** When the work ended, or else is planned to end. */
const endOfEntry = ({ plannedEndOn, actualEndOn }: EntryEnd): string | null => actualEndOn ?? plannedEndOn;

/** The state of a deadline on a day. Being late is shown only and changes nothing. */
export const deadlineStates = ["open", "late", "done"] as const;
export type DeadlineState = (typeof deadlineStates)[number];

type Due = { dueOn: string | null; doneOn: string | null /** True if its meeting is not held. */; isOff?: boolean };

/** @param today `YYYY-MM-DD` */
export function stateOf({ dueOn, doneOn, isOff = false }: Due, today: string): DeadlineState {
  if (doneOn !== null) return "done";
  return dueOn !== null && dueOn < today && !isOff ? "late" : "open";
}
