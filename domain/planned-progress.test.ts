import { expect, it } from "vitest";
import { plannedBy } from "./planned-progress";

const year = { plannedStartOn: "2026-01-01", plannedEndOn: "2026-12-31" };

it.each([
  ["2025-12-01", 0],
  ["2026-01-01", 0],
  ["2026-07-02", 50],
  ["2026-12-01", 92],
  ["2026-12-31", 100],
  ["2027-06-01", 100],
])("on %s, %i percent of the planned year have passed", (day, percent) => {
  expect(plannedBy(year, day)).toBe(percent);
});

it("is known with both days alone; work of a single day is planned from that day on", () => {
  expect(plannedBy({ ...year, plannedEndOn: null }, "2026-07-01")).toBeNull();
  expect(plannedBy({ ...year, plannedStartOn: null }, "2026-07-01")).toBeNull();
  const oneDay = { plannedStartOn: "2026-05-01", plannedEndOn: "2026-05-01" };
  expect([plannedBy(oneDay, "2026-04-30"), plannedBy(oneDay, "2026-05-02")]).toEqual([0, 100]);
});
