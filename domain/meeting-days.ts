import { earliestDay, latestDay, precisionOf } from "./days";
import type { MeetingDays } from "./deadlines";

/**
 * The days as they are stored: the earliest possible first day and the latest possible last day.
 * Ordering and "is over" then need no other rule. A meeting with only a first day is over when that
 * day is.
 */
export function knownDays({ firstOn, firstPrecision, lastOn, lastPrecision }: MeetingDays): MeetingDays {
  const first = precisionOf(firstOn, firstPrecision);
  const last = lastOn === null ? first : precisionOf(lastOn, lastPrecision);
  return {
    firstOn: earliestDay(firstOn, first),
    firstPrecision: first,
    lastOn: latestDay(lastOn ?? firstOn, last),
    lastPrecision: last,
  };
}

/**
 * The days of an edited meeting. A day that was not edited stays exactly as it was: closed meetings
 * are ordered by their last days, even imprecise ones, and their decisions took effect on them.
 */
export function editedDays(kept: MeetingDays, typed: MeetingDays): MeetingDays {
  const next = knownDays(typed);
  const isLeft = {
    first: typed.firstOn === kept.firstOn && typed.firstPrecision === kept.firstPrecision,
    last: typed.lastOn === kept.lastOn && typed.lastPrecision === kept.lastPrecision,
  };
  return {
    firstOn: isLeft.first ? kept.firstOn : next.firstOn,
    firstPrecision: next.firstPrecision,
    lastOn: isLeft.last ? kept.lastOn : next.lastOn,
    lastPrecision: next.lastPrecision,
  };
}

/**
 * The days as a form shows them. A last day that follows from the first is left empty, so that it
 * moves with the first.
 */
export function shownDays(kept: MeetingDays): MeetingDays {
  const { firstOn, firstPrecision, lastOn, lastPrecision } = kept;
  const follows = lastPrecision === firstPrecision && lastOn === latestDay(firstOn, firstPrecision);
  return follows ? { ...kept, lastOn: null, lastPrecision: "exact" } : kept;
}

/** True if the last day is before the first. */
export function runsBackwards({ firstOn, lastOn }: MeetingDays): boolean {
  return firstOn !== null && lastOn !== null && lastOn < firstOn;
}
