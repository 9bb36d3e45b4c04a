import { describe, expect, it } from "vitest";
import { type Deadline, dueDay, type MeetingDays, stateOf } from "./deadlines";

const meeting: MeetingDays = {
  firstOn: "2024-01-30",
  firstPrecision: "exact",
  lastOn: "2024-02-02",
  lastPrecision: "exact",
};
const on = (fields: Partial<Deadline>): Deadline => ({ anchor: "meeting", fixedOn: null, offsetDays: 0, ...fields });

describe("the day on which it is due", () => {
  it.each([
    ["before a meeting counts from its first day", -21, meeting, "2024-01-09"],
    ["on a meeting is its first day", 0, meeting, "2024-01-30"],
    ["after a meeting counts from its last day", 14, meeting, "2024-02-16"],
    ["takes the last day where the first is not known", -1, { ...meeting, firstOn: null }, "2024-02-01"],
    ["takes the first day where the last is not known", 1, { ...meeting, lastOn: null }, "2024-01-31"],
    ["counts from the end of a month", -1, { ...meeting, firstPrecision: "month" }, "2024-01-30"],
    [
      "counts from no later than the last day",
      -1,
      { ...meeting, firstOn: "2024-02-01", firstPrecision: "month" },
      "2024-02-01",
    ],
    ["is not known with the meeting's", -1, { ...meeting, firstOn: null, lastOn: null }, null],
  ] as const)("%s", (_name, offsetDays, days, due) => {
    expect(dueDay(on({ offsetDays }), { meeting: days, entry: null })).toBe(due);
  });

  it("is its own, or hangs on the end of the work: as it was, or else as planned", () => {
    const entry = { plannedEndOn: "2024-06-30", actualEndOn: null };
    expect(dueDay(on({ anchor: "day", fixedOn: "2024-05-01" }), { meeting, entry })).toBe("2024-05-01");
    expect(dueDay(on({ anchor: "entry_end", offsetDays: 60 }), { meeting, entry })).toBe("2024-08-29");
    const over = { ...entry, actualEndOn: "2024-07-15" };
    expect(dueDay(on({ anchor: "entry_end", offsetDays: 60 }), { meeting, entry: over })).toBe("2024-09-13");
    expect(dueDay(on({ anchor: "entry_end" }), { meeting, entry: null })).toBeNull();
  });
});

it("is late the day after, until somebody says that it is done", () => {
  const due = { dueOn: "2024-05-01", doneOn: null };
  expect([stateOf(due, "2024-05-01"), stateOf(due, "2024-05-02")]).toEqual(["open", "late"]);
  expect(stateOf({ ...due, doneOn: "2024-06-01" }, "2024-07-01")).toBe("done");
  expect(stateOf({ dueOn: null, doneOn: null }, "2024-05-02")).toBe("open");
});
