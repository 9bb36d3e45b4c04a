import { describe, expect, it } from "vitest";
import { contradictionsOf, type KnownWork, type Work, workAfter } from "./reporting";

const work = (rest: Partial<Work> = {}): Work => ({
  status: "ongoing",
  schedule: "on_track",
  scheduleReason: null,
  progress: 50,
  ...rest,
});

describe("a report", () => {
  it("without impossible values has no contradictions", () => {
    expect(contradictionsOf("ongoing", work())).toEqual([]);
    expect(contradictionsOf(null, work({ status: "completed", schedule: null, progress: 100 }))).toEqual([]);
    expect(contradictionsOf("ongoing", work({ schedule: "delayed", scheduleReason: "Late expert" }))).toEqual([]);
  });

  it("names the field of each contradiction", () => {
    const said = work({ status: "completed", schedule: "at_risk", progress: 90 });
    expect(contradictionsOf("not_started", said).map(({ field, code }) => [field, code])).toEqual([
      ["status", "STATUS_STEP_REFUSED"],
      ["scheduleReason", "REASON_REQUIRED"],
      ["progress", "PROGRESS_STATUS_MISMATCH"],
    ]);
  });
});

describe("the work after a report", () => {
  const former: KnownWork = { status: "ongoing", schedule: "delayed", scheduleReason: "Late expert", progress: 20 };

  it("keeps what the report does not give", () => {
    expect(workAfter(former, {})).toEqual(former);
    expect(workAfter(former, { progress: 30 })).toEqual({ ...former, progress: 30 });
  });

  it("is unknown where no status is known and none is given", () => {
    const unknown = { status: null, schedule: null, scheduleReason: null, progress: null };
    expect(workAfter(unknown, { progress: 30 })).toBeNull();
    expect(workAfter(unknown, { status: "ongoing" })).toMatchObject({ status: "ongoing", schedule: "on_track" });
  });

  it.each(["completed", "cancelled"] as const)("has no schedule when it is %s", (status) => {
    expect(workAfter(former, { status, schedule: "delayed" })).toMatchObject({ schedule: null, scheduleReason: null });
  });

  it("has a schedule again when it goes on", () => {
    const over = { status: "completed", schedule: null, scheduleReason: null, progress: 100 } as const;
    expect(workAfter(over, { status: "ongoing", progress: 90 })).toMatchObject({ schedule: "on_track", progress: 90 });
  });

  it("has the progress that follows from a new status, unless another one is given", () => {
    expect(workAfter(former, { status: "completed" })?.progress).toBe(100);
    expect(workAfter(former, { status: "completed", progress: 20 })?.progress).toBe(100);
    expect(workAfter(former, { status: "completed", progress: 90 })?.progress).toBe(90);
    expect(workAfter(former, { status: "not_started", progress: null })?.progress).toBe(0);
    expect(workAfter({ ...former, progress: null }, { status: "not_started", progress: 0 })?.progress).toBe(0);
  });

  it("drops the reason when it is on track again", () => {
    expect(workAfter(former, { schedule: "on_track" })).toMatchObject({ schedule: "on_track", scheduleReason: null });
  });
});
