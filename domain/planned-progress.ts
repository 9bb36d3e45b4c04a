/** The planned days of an entry, both `YYYY-MM-DD`; null if not recorded. */
export type PlannedDays = { plannedStartOn: string | null; plannedEndOn: string | null };

/**
 * The share of the planned time that has passed on that day, in whole percent from 0 to 100; null
 * without both days.
 */
export function plannedBy({ plannedStartOn, plannedEndOn }: PlannedDays, day: string): number | null {
  if (plannedStartOn === null || plannedEndOn === null) return null;
  const [start, end, now] = [plannedStartOn, plannedEndOn, day].map((one) => Date.parse(one)) as [
    number,
    number,
    number,
  ];
  if (now <= start) return 0;
  return now >= end ? 100 : Math.round((100 * (now - start)) / (end - start));
}
