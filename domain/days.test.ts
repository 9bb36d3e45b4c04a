import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween, earliestDay, endOfMonth, latestDay } from "./days";

it("goes on over months and leap years", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2024-01-01", -1)).toBe("2023-12-31");
  expect([endOfMonth(2024, 2), endOfMonth(2023, 2), endOfMonth(2025, 12)]).toEqual([
    ...["2024-02-29", "2023-02-28", "2025-12-31"],
  ]);
});

it("comes back to where it began, whatever the way", () => {
  const day = fc.integer({ min: -1000, max: 48_000 }).map((count) => addDays("1970-01-01", count));
  fc.assert(
    fc.property(day, fc.integer({ min: -2000, max: 2000 }), (from, count) => {
      const to = addDays(from, count);
      expect(addDays(to, -count)).toBe(from);
      expect(daysBetween(from, to)).toBe(count);
    }),
  );
});

it.each([
  ["2024-01-30", "exact", "2024-01-30"],
  ["2024-01-30", "by", "2024-01-30"],
  ["2024-02-10", "month", "2024-02-29"],
  // A Monday, and the Sunday of the same week.
  ["2024-01-29", "week", "2024-02-04"],
  ["2024-02-04", "week", "2024-02-04"],
  ["2024-01-30", "unknown", null],
  [null, "exact", null],
] as const)("takes %s (%s) for %s at the latest", (day, precision, latest) => {
  expect(latestDay(day, precision)).toBe(latest);
});

it.each([
  ["2024-01-30", "exact", "2024-01-30"],
  ["2024-01-30", "by", "2024-01-30"],
  ["2024-02-10", "month", "2024-02-01"],
  ["2024-01-29", "week", "2024-01-29"],
  ["2024-02-04", "week", "2024-01-29"],
  ["2024-01-30", "unknown", null],
  [null, "exact", null],
] as const)("takes %s (%s) for %s at the earliest", (day, precision, earliest) => {
  expect(earliestDay(day, precision)).toBe(earliest);
});
