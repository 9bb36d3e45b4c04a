import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schedules, statuses } from "./lifecycle";
import type { KnownWork } from "./reporting";
import {
  canGoOn,
  draftStates,
  type EntryNow,
  type HandedIn,
  hasMovedOn,
  isAskedBy,
  isLate,
  isWritable,
  plansAskedBy,
  problemsOf,
  responsibleOf,
  whyNoReport,
  whyNotAccepted,
} from "./rounds";

const work: KnownWork = { status: "ongoing", schedule: "on_track", scheduleReason: null, progress: 40 };
const draft = (rest: Partial<HandedIn> = {}): HandedIn => ({
  state: "submitted",
  work: { ...work, progress: 70 },
  base: work,
  baseUpdateId: 3,
  ...rest,
});
const entry = (rest: Partial<EntryNow> = {}): EntryNow => ({
  stage: "approved",
  work,
  isPlanClosed: false,
  hasReport: false,
  lastUpdateId: 3,
  ...rest,
});

describe("who is asked", () => {
  it("is the first owner for whom somebody speaks, or the desk", () => {
    expect(responsibleOf([4, 7], new Set([7, 4]))).toBe(4);
    expect(responsibleOf([4, 7], new Set([7]))).toBe(7);
    expect(responsibleOf([4, 7], new Set())).toBeNull();
    expect(responsibleOf([], new Set([1]))).toBeNull();
  });

  it("cannot go on with what is the desk's or another's by now, or without anybody who speaks", () => {
    const ours = { isConfidential: false, ownerStateIds: [4, 7] };
    expect(canGoOn(7, ours, new Set([7]))).toBe(true);
    expect(canGoOn(7, { ...ours, isConfidential: true }, new Set([7]))).toBe(false);
    expect(canGoOn(7, { ...ours, ownerStateIds: [4] }, new Set([4, 7]))).toBe(false);
    expect(canGoOn(7, ours, new Set([4]))).toBe(false);
  });

  it("about plans of the meeting's cycle; at a partner's meeting about that partner's", () => {
    const cycle = { startsOn: "2023-01-01", endsOn: "2023-12-31" };
    const of = (partnerId: number | null, startsOn: string, endsOn: string) => ({
      partnerId,
      period: { startsOn, endsOn },
    });
    const asean = { partnerId: null, cycle };
    expect(isAskedBy(asean, of(null, "2023-01-01", "2023-12-31"))).toBe(true);
    expect(isAskedBy(asean, of(5, "2022-07-01", "2024-06-30"))).toBe(true);
    expect(isAskedBy(asean, of(null, "2024-01-01", "2024-12-31"))).toBe(false);
    expect(isAskedBy({ partnerId: 5, cycle }, of(5, "2023-01-01", "2023-12-31"))).toBe(true);
    expect(isAskedBy({ partnerId: 5, cycle }, of(null, "2023-01-01", "2023-12-31"))).toBe(false);
    expect(isAskedBy({ partnerId: null, cycle: null }, of(null, "2023-01-01", "2023-12-31"))).toBe(false);
  });

  it("about the plans of the cycle before, while the meeting's own cycle has none with ongoing work", () => {
    const year = (number: number, partnerId: number | null = null) => ({
      partnerId,
      period: { startsOn: `${number}-01-01`, endsOn: `${number}-12-31` },
    });
    const plans = [year(2027, 5), year(2026), year(2025), year(2026, 5)];
    const cycle = { startsOn: "2027-01-01", endsOn: "2027-12-31" };
    expect(plansAskedBy({ partnerId: null, cycle }, plans)).toEqual([year(2027, 5), year(2026)]);
    expect(plansAskedBy({ partnerId: null, cycle }, [...plans, year(2027)])).toEqual([year(2027, 5), year(2027)]);
    expect(plansAskedBy({ partnerId: null, cycle: null }, plans)).toEqual([year(2026)]);
    expect(plansAskedBy({ partnerId: null, cycle }, [year(2028)])).toEqual([]);
    expect(plansAskedBy({ partnerId: 5, cycle: null }, plans)).toEqual([year(2027, 5)]);
    expect(plansAskedBy({ partnerId: 6, cycle }, plans)).toEqual([]);
  });
});

it.each(draftStates)("%s: late only after the day, and only while it waits for its writer", (state) => {
  expect(isLate(state, "2023-08-01", "2023-08-01")).toBe(false);
  expect(isLate(state, "2023-08-01", "2023-08-02")).toBe(isWritable(state));
});

describe("acceptance", () => {
  it("takes what is handed in and stands on the register as it is", () => {
    expect(whyNotAccepted(draft(), entry(), false)).toBeNull();
  });

  it.each(draftStates.filter((state) => state !== "submitted"))("refuses a draft that is %s", (state) => {
    expect(whyNotAccepted(draft({ state }), entry(), true)).toBe("DRAFT_NOT_SUBMITTED");
  });

  it.each([
    ["a closed year", draft(), entry({ isPlanClosed: true }), "PLAN_CLOSED"],
    ["an entry that is not approved any more", draft(), entry({ stage: "deferred" }), "STATUS_NEEDS_APPROVAL"],
    ["a later report of the same", draft(), entry({ lastUpdateId: 4 }), "ENTRY_MOVED_ON"],
    ["another progress meanwhile", draft(), entry({ work: { ...work, progress: 50 } }), "ENTRY_MOVED_ON"],
    ["no status", draft({ work: { ...work, status: null } }), entry(), "REQUIRED"],
    ["a reason that is missing", draft({ work: { ...work, schedule: "delayed" } }), entry(), "REASON_REQUIRED"],
    [
      "completed work without its report",
      draft({ work: { ...work, status: "completed", progress: 100 } }),
      entry(),
      "REPORT_EVIDENCE_NEEDED",
    ],
  ] as const)("refuses %s", (_what, handed, now, code) => {
    expect(whyNotAccepted(handed, now, false)).toBe(code);
  });

  it("refuses what handing in refuses, and at the same field", () => {
    const problem = (said: Partial<KnownWork>) => problemsOf({ ...work, ...said }, entry());
    expect(problem({ status: null })).toEqual([{ field: "status", code: "REQUIRED" }]);
    expect(problem({ schedule: "delayed", status: "not_started", progress: 30 }).map(({ field }) => field)).toEqual([
      ...["scheduleReason", "progress"],
    ]);
    expect(problem({ status: "completed", progress: 100 })).toEqual([
      { field: "status", code: "REPORT_EVIDENCE_NEEDED" },
    ]);
    expect(problem({})).toEqual([]);
    expect(whyNoReport(entry({ stage: "deferred" }))).toBe("STATUS_NEEDS_APPROVAL");
    expect(whyNoReport(entry())).toBeNull();
  });

  it("over another version is possible once both are in view, and only that is forgiven", () => {
    const moved = entry({ work: { ...work, progress: 50 }, lastUpdateId: 9 });
    expect(whyNotAccepted(draft(), moved, true)).toBeNull();
    expect(whyNotAccepted(draft({ work: { ...work, schedule: "delayed" } }), moved, true)).toBe("REASON_REQUIRED");
    expect(whyNotAccepted(draft(), { ...moved, isPlanClosed: true }, true)).toBe("PLAN_CLOSED");
  });

  it("of anything the register could hold never forgives more than that it has moved on", () => {
    const anyWork = fc.record({
      status: fc.option(fc.constantFrom(...statuses)),
      schedule: fc.option(fc.constantFrom(...schedules)),
      scheduleReason: fc.option(fc.constant("Because")),
      progress: fc.option(fc.integer({ min: 0, max: 100 })),
    });
    fc.assert(
      fc.property(anyWork, anyWork, anyWork, fc.constantFrom(...draftStates), (said, base, now, state) => {
        const handed = draft({ work: said, base, state });
        const present = entry({ work: now });
        const unseen = whyNotAccepted(handed, present, false);
        const seen = whyNotAccepted(handed, present, true);
        if (unseen === "ENTRY_MOVED_ON") expect(hasMovedOn(handed, present)).toBe(true);
        else expect(seen).toBe(unseen);
      }),
    );
  });
});
