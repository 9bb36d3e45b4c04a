import { describe, expect, it } from "vitest";
import { defaultRules, isNamed, type RuledEntry, ruleDeadlines, ruleState } from "./deadline-rules";

const entry: RuledEntry = {
  ...{ stage: "approved", status: "ongoing", fund: "ASEAN ICT Fund", cycleEndsOn: "2023-12-31", hasReport: false },
  ...{ plannedEndOn: "2023-10-31", actualEndOn: null, budgetApprovedUsd: "1000.00", budgetDisbursedUsd: "599.99" },
};
const asked = (wish: Partial<RuledEntry> = {}) =>
  ruleDeadlines({ ...entry, ...wish }, defaultRules).map(({ kind, dueOn, isPlanned, isMet }) =>
    [kind, dueOn, isPlanned && "planned", isMet && "met"].filter(Boolean).join(" "),
  );

describe("the published rules", () => {
  it("ask 60 % by the end of February after the cycle, and reports 30 and 60 days after the end", () => {
    expect(asked()).toEqual([
      "disbursement 2024-02-29",
      "financial_report 2023-11-30 planned",
      "completion_report 2023-12-30 planned",
    ]);
  });

  it("count from the end as it was, once that is recorded", () => {
    expect(asked({ actualEndOn: "2024-01-15", status: "implemented" }).slice(1)).toEqual([
      "financial_report 2024-02-14",
      "completion_report 2024-03-15",
    ]);
  });

  it("are met by the money that has gone out, and by the report among the evidence", () => {
    expect(asked({ budgetDisbursedUsd: "600.00", hasReport: true })).toEqual([
      "disbursement 2024-02-29 met",
      "financial_report 2023-11-30 planned",
      "completion_report 2023-12-30 planned met",
    ]);
    expect(asked({ budgetApprovedUsd: null })[0]).toBe("disbursement 2024-02-29");
  });

  it("of a fund count for the funds that are named alone", () => {
    expect(asked({ fund: "JAIF" })).toEqual(["completion_report 2023-12-30 planned"]);
    expect(asked({ fund: null })).toEqual(["completion_report 2023-12-30 planned"]);
    expect(isNamed("the ASEAN ict fund, window 2", defaultRules.funds)).toBe(true);
    expect(isNamed("anything", "")).toBe(false);
  });

  it("ask nothing of what is not approved, completed or given up", () => {
    for (const wish of [{ stage: "endorsed", status: null }, { status: "completed" }, { status: "cancelled" }] as const)
      expect(asked(wish)).toEqual([]);
  });

  it("know no day while no end is known", () => {
    expect(asked({ plannedEndOn: null, fund: null })).toEqual(["completion_report planned"]);
  });
});

it("nothing is late by a rule before the work has ended", () => {
  const due = { dueOn: "2024-01-01", isMet: false };
  expect(ruleState({ ...due, isPlanned: true }, "2025-01-01")).toBe("open");
  expect(ruleState({ ...due, isPlanned: false }, "2025-01-01")).toBe("late");
  expect(ruleState({ ...due, isPlanned: false }, "2024-01-01")).toBe("open");
  expect(ruleState({ ...due, isMet: true, isPlanned: false }, "2025-01-01")).toBe("done");
});
