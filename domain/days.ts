import type { DayPrecision } from "./vocabulary";

/** Calendar days, `YYYY-MM-DD`, as text in and out; no clock and no time zone takes part. */

const asText = (time: number) => new Date(time).toISOString().slice(0, 10);
const asTime = (day: string) => Date.parse(`${day}T00:00:00Z`);
const oneDay = 86_400_000;

/** ASEAN's first year: nothing in the register is older, and PostgreSQL has no year 0 that could be asked for. */
const firstYear = 1967;

/** Does the text name a day that exists, of ASEAN's time? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number(text.slice(0, 4)) < firstYear) return false;
  const time = asTime(text);
  return !Number.isNaN(time) && asText(time) === text;
}

/** The day that many days later, or earlier where the number is negative. */
export function addDays(day: string, count: number): string {
  return asText(asTime(day) + count * oneDay);
}

/** How many days the second day is after the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((asTime(to) - asTime(from)) / oneDay);
}

/** The last day of the month. @param month 1 to 12 */
export function endOfMonth(year: number, month: number): string {
  return asText(Date.UTC(year, month, 0));
}

/** The latest day that a day known only so far can be: of a week its Sunday, of a month its last; null where nothing is known. */
export function latestDay(day: string | null, precision: DayPrecision): string | null {
  if (day === null || precision === "unknown") return null;
  if (precision === "week") return addDays(day, (7 - new Date(asTime(day)).getUTCDay()) % 7);
  if (precision === "month") return endOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return day;
}

/** The earliest day that it can be: of a week its Monday, of a month its first; of one that is known to be by a day, that day. */
export function earliestDay(day: string | null, precision: DayPrecision): string | null {
  if (day === null || precision === "unknown") return null;
  if (precision === "week") return addDays(day, -((new Date(asTime(day)).getUTCDay() + 6) % 7));
  return precision === "month" ? `${day.slice(0, 7)}-01` : day;
}

/** How exactly a day is known: one that is not there not at all, whatever was said; one that is there exactly, where nothing was said. */
export function precisionOf<P extends string>(day: string | null, said: P): P | "exact" | "unknown" {
  if (day === null) return "unknown";
  return said === "unknown" ? "exact" : said;
}
