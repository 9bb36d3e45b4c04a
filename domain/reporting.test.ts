import { describe, expect, it } from "vitest";
import { contradictionsOf, progressFor, type Work } from "./reporting";

const work = (rest: Partial<Work> = {}): Work => ({
  status: "ongoing",
  schedule: "on_track",
  scheduleReason: null,
  progress: 50,
  ...rest,
});

describe("a report", () => {
  it("that says nothing impossible has no contradictions", () => {
    expect(contradictionsOf("ongoing", work())).toEqual([]);
    expect(contradictionsOf(null, work({ status: "completed", progress: 100 }))).toEqual([]);
    expect(contradictionsOf("ongoing", work({ schedule: "delayed", scheduleReason: "Late expert" }))).toEqual([]);
  });

  it("is told each of them at its field", () => {
    const said = work({ status: "completed", schedule: "at_risk", progress: 90 });
    expect(contradictionsOf("not_started", said).map(({ field, code }) => [field, code])).toEqual([
      ["status", "STATUS_STEP_REFUSED"],
      ["scheduleReason", "REASON_REQUIRED"],
      ["progress", "PROGRESS_STATUS_MISMATCH"],
    ]);
  });
});

it("progress is what was typed, or what the status says by itself", () => {
  expect(progressFor("ongoing", 30, 20)).toBe(30);
  expect(progressFor("ongoing", undefined, 20)).toBe(20);
  expect(progressFor("completed", null, 20)).toBe(100);
  expect(progressFor("not_started", undefined, 20)).toBe(0);
  expect(progressFor("not_started", 0, null)).toBe(0);
});
