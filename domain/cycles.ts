/** The days of a work cycle, both `YYYY-MM-DD` and part of it. */
export type CycleDays = { startsOn: string; endsOn: string };

/**
 * The cycle of that day: the one that has begun last; before the first one begins, the first.
 * @param cycles the earliest first
 * @returns null if there are none
 */
export function cycleOn<T extends CycleDays>(cycles: readonly T[], day: string): T | null {
  return cycles.findLast(({ startsOn }) => startsOn <= day) ?? cycles[0] ?? null;
}

/**
 * The cycle to go on to from one that is over: that of the day, if it is a later one.
 * @param cycles the earliest first
 * @returns null while the cycle is not over, or if none follows
 */
export function cycleAfter<T extends CycleDays>(cycles: readonly T[], cycle: CycleDays, day: string): T | null {
  if (cycle.endsOn >= day) return null;
  const now = cycleOn(cycles, day);
  return now && now.startsOn > cycle.startsOn ? now : null;
}
