import { earliestDay, latestDay, precisionOf } from "./days";
import type { MeetingDays } from "./milestones";

/**
 * The days as they are kept: the first is the earliest that it can be, the last the latest, so that order and "over" need no second rule. A
 * meeting of which only the first day is known is over when that day is.
 */
export function knownDays({ firstOn, firstPrecision, lastOn, lastPrecision }: MeetingDays): MeetingDays {
  const first = precisionOf(firstOn, firstPrecision);
  const last = lastOn === null ? first : precisionOf(lastOn, lastPrecision);
  return {
    ...{ firstOn: earliestDay(firstOn, first), firstPrecision: first },
    ...{ lastOn: latestDay(lastOn ?? firstOn, last), lastPrecision: last },
  };
}

/**
 * The days of a meeting that is edited. A day that was left as it was stays to the letter: closed meetings stand in the order of their last
 * days, also of those that a source gives within a week, and what they decided took effect on them.
 */
export function editedDays(kept: MeetingDays, typed: MeetingDays): MeetingDays {
  const next = knownDays(typed);
  const isLeft = {
    first: typed.firstOn === kept.firstOn && typed.firstPrecision === kept.firstPrecision,
    last: typed.lastOn === kept.lastOn && typed.lastPrecision === kept.lastPrecision,
  };
  return {
    ...{ firstOn: isLeft.first ? kept.firstOn : next.firstOn, firstPrecision: next.firstPrecision },
    ...{ lastOn: isLeft.last ? kept.lastOn : next.lastOn, lastPrecision: next.lastPrecision },
  };
}

/** The days as a form shows them: a last day that follows from the first is left empty, so that it moves when the first is moved. */
export function shownDays(kept: MeetingDays): MeetingDays {
  const { firstOn, firstPrecision, lastOn, lastPrecision } = kept;
  const follows = lastPrecision === firstPrecision && lastOn === latestDay(firstOn, firstPrecision);
  return follows ? { ...kept, lastOn: null, lastPrecision: "exact" } : kept;
}

/** Is the last day before the first? */
export function runsBackwards({ firstOn, lastOn }: MeetingDays): boolean {
  return firstOn !== null && lastOn !== null && lastOn < firstOn;
}
