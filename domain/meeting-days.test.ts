import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, latestDay } from "./days";
import type { MeetingDays } from "./deadlines";
import { editedDays, knownDays, runsBackwards, shownDays } from "./meeting-days";
import { dayPrecisions } from "./vocabulary";

const days = (
  first: readonly [string | null, MeetingDays["firstPrecision"]],
  last: readonly [string | null, MeetingDays["lastPrecision"]] = [null, "exact"],
): MeetingDays => ({ firstOn: first[0], firstPrecision: first[1], lastOn: last[0], lastPrecision: last[1] });

describe("the days of a meeting are kept", () => {
  it.each([
    ["as they were said", days(["2026-12-10", "exact"], ["2026-12-11", "exact"]), null],
    ["with the first as the last where it alone is known", days(["2026-12-10", "exact"]), ["2026-12-10", "2026-12-10"]],
    ["over a month that alone is known", days(["2026-12-15", "month"]), ["2026-12-01", "2026-12-31"]],
    ["over a week that alone is known", days(["2024-01-30", "week"]), ["2024-01-29", "2024-02-04"]],
    ["until the end of a last month", days([null, "exact"], ["2026-12-01", "month"]), [null, "2026-12-31"]],
    [
      "from a day to some day of its month",
      days(["2026-12-10", "exact"], ["2026-12-01", "month"]),
      ["2026-12-10", "2026-12-31"],
    ],
    [
      "from some day of a month to a day",
      days(["2026-12-15", "month"], ["2026-12-10", "exact"]),
      ["2026-12-01", "2026-12-10"],
    ],
    ["by a day", days([null, "exact"], ["2023-08-24", "by"]), [null, "2023-08-24"]],
    ["unknown where there are none", days([null, "week"], [null, "month"]), [null, null]],
  ] as const)("%s", (_name, typed, kept) => {
    const { firstOn, lastOn } = knownDays(typed);
    expect([firstOn, lastOn]).toEqual(kept ?? [typed.firstOn, typed.lastOn]);
    expect(runsBackwards(knownDays(typed))).toBe(false);
  });

  it("with how exactly they are known", () => {
    expect(knownDays(days([null, "week"], [null, "month"]))).toEqual(days([null, "unknown"], [null, "unknown"]));
    expect(knownDays(days(["2026-12-15", "month"]))).toMatchObject({ firstPrecision: "month", lastPrecision: "month" });
    expect(knownDays(days(["2026-12-15", "unknown"]))).toMatchObject({ firstPrecision: "exact" });
  });

  it("and still run backwards where they do", () => {
    expect(runsBackwards(knownDays(days(["2026-12-10", "exact"], ["2026-11-30", "month"])))).toBe(true);
    expect(runsBackwards(knownDays(days(["2026-12-10", "exact"], ["2026-12-09", "exact"])))).toBe(true);
  });
});

describe("in a form", () => {
  const someDay = fc.option(fc.integer({ min: 0, max: 900 }).map((count) => addDays("2025-01-01", count)));
  const some = fc.record({
    firstOn: someDay,
    firstPrecision: fc.constantFrom(...dayPrecisions),
    lastOn: someDay,
    lastPrecision: fc.constantFrom(...dayPrecisions),
  });

  it("nothing changes when nothing is typed, and the last is the latest day that it can be", () => {
    fc.assert(
      fc.property(some, (typed) => {
        const kept = knownDays(typed);
        expect(editedDays(kept, shownDays(kept))).toEqual(kept);
        expect(latestDay(kept.lastOn, kept.lastPrecision)).toBe(kept.lastOn);
        expect(kept.lastOn === null).toBe(typed.firstOn === null && typed.lastOn === null);
      }),
    );
  });

  it("the last day of a meeting of one day is empty, and moves with the first", () => {
    const kept = knownDays(days(["2026-12-10", "exact"]));
    expect(shownDays(kept)).toMatchObject({ firstOn: "2026-12-10", lastOn: null });
    const moved = editedDays(kept, { ...shownDays(kept), firstOn: "2026-12-12" });
    expect(moved).toMatchObject({ firstOn: "2026-12-12", lastOn: "2026-12-12" });
  });

  it("a last day that is left as it was stays, also where it is not the end of its week", () => {
    const kept = days(["2024-01-30", "week"], ["2024-02-02", "week"]);
    expect(editedDays(kept, shownDays(kept))).toEqual(kept);
    expect(editedDays(kept, { ...kept, firstOn: "2024-01-31", firstPrecision: "exact" })).toEqual(
      days(["2024-01-31", "exact"], ["2024-02-02", "week"]),
    );
    expect(editedDays(kept, { ...kept, lastPrecision: "month" }).lastOn).toBe("2024-02-29");
  });
});
