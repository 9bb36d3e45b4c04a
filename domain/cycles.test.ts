import { expect, it } from "vitest";
import { cycleAfter, cycleOn } from "./cycles";

const year = (number: number) => ({ code: number, startsOn: `${number}-01-01`, endsOn: `${number}-12-31` });
const cycles = [year(2023), year(2024), year(2026)];

it("a day belongs to the cycle that has begun last, also where one is missing", () => {
  expect(cycleOn(cycles, "2024-12-31")?.code).toBe(2024);
  expect(cycleOn(cycles, "2025-06-01")?.code).toBe(2024);
  expect(cycleOn(cycles, "2026-01-01")?.code).toBe(2026);
  expect(cycleOn(cycles, "2031-01-01")?.code).toBe(2026);
  expect(cycleOn(cycles, "2019-01-01")?.code).toBe(2023);
  expect(cycleOn([], "2024-01-01")).toBeNull();
});

it("a cycle that is over leads to that of the day", () => {
  expect(cycleAfter(cycles, year(2023), "2024-03-01")?.code).toBe(2024);
  expect(cycleAfter(cycles, year(2023), "2026-12-01")?.code).toBe(2026);
  expect(cycleAfter(cycles, year(2023), "2023-12-31")).toBeNull();
  expect(cycleAfter(cycles, year(2026), "2031-01-01")).toBeNull();
});
