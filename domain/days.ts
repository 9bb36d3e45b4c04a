import type { DayPrecision } from "./vocabulary";

/** Functions on calendar days as `YYYY-MM-DD` text. No clock and no time zone is involved. */

const asText = (time: number) => new Date(time).toISOString().slice(0, 10);
const asTime = (day: string) => Date.parse(`${day}T00:00:00Z`);
const oneDay = 86_400_000;

/** 1967 is ASEAN's first year. Nothing in the register is older, and PostgreSQL has no year 0. */
const firstYear = 1967;

/** True if the text names an existing day from 1967 on. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number(text.slice(0, 4)) < firstYear) return false;
  const time = asTime(text);
  return !Number.isNaN(time) && asText(time) === text;
}

/** The day so many days later; earlier if the number is negative. */
export function addDays(day: string, count: number): string {
  return asText(asTime(day) + count * oneDay);
}

/** Days from the first day to the second. */
export function daysBetween(from: string, to: string): number {
  return Math.round((asTime(to) - asTime(from)) / oneDay);
}

/** The last day of the month. @param month 1 to 12 */
export function endOfMonth(year: number, month: number): string {
  return asText(Date.UTC(year, month, 0));
}

/**
 * The latest day that an imprecise day can be: the Sunday of a week, the last day of a month.
 * @returns null if nothing is known
 */
export function latestDay(day: string | null, precision: DayPrecision): string | null {
  if (day === null || precision === "unknown") return null;
  if (precision === "week") return addDays(day, (7 - new Date(asTime(day)).getUTCDay()) % 7);
  if (precision === "month") return endOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return day;
}

/**
 * The earliest day that an imprecise day can be: the Monday of a week, the first day of a month,
 * and for "by" the day itself.
 */
export function earliestDay(day: string | null, precision: DayPrecision): string | null {
  if (day === null || precision === "unknown") return null;
  if (precision === "week") return addDays(day, -((new Date(asTime(day)).getUTCDay() + 6) % 7));
  return precision === "month" ? `${day.slice(0, 7)}-01` : day;
}

/**
 * The precision that fits the day: `unknown` without a day, `exact` for a day without a stated
 * precision.
 */
export function precisionOf<P extends string>(day: string | null, said: P): P | "exact" | "unknown" {
  if (day === null) return "unknown";
  return said === "unknown" ? "exact" : said;
}
