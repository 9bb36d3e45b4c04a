import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choice,
  carryOverActions,
  isUnfinished,
  needsCarryOverReason,
  phaseAfter,
  reachesBeyond,
  refuseCarryOver,
  type UnfinishedEntry,
} from "./carry-over";
import { stages, statuses } from "./lifecycle";

const ongoing: UnfinishedEntry = {
  stage: "approved",
  status: "ongoing",
  phase: null,
  hasReport: false,
  isInTarget: false,
  isCarriedOn: false,
};
const choose = (action: Choice["action"], rest: Partial<Choice> = {}): Choice => ({
  action,
  into: null,
  isApprovedByDecision: null,
  ...rest,
});
const codeOf = (entry: Partial<UnfinishedEntry>, choice: Choice, hasTarget = true) =>
  refuseCarryOver({ ...ongoing, ...entry }, choice, hasTarget)?.code ?? null;

const anyEntry: fc.Arbitrary<UnfinishedEntry> = fc.record({
  stage: fc.option(fc.constantFrom(...stages)),
  status: fc.option(fc.constantFrom(...statuses)),
  phase: fc.option(fc.integer({ min: 1, max: 98 })),
  hasReport: fc.boolean(),
  isInTarget: fc.boolean(),
  isCarriedOn: fc.boolean(),
});

describe("what is unfinished", () => {
  it("is work that is not done and a proposal that has not come to its end", () => {
    const stagesLeft = stages.filter((stage) => isUnfinished({ stage, status: null }));
    expect(stagesLeft).toEqual(["draft", "submitted", "considered", "accepted", "endorsed", "approved", "deferred"]);
    const left = statuses.filter((status) => isUnfinished({ stage: "approved", status }));
    expect(left).toEqual(["not_started", "ongoing", "implemented"]);
    expect(isUnfinished({ stage: null, status: null })).toBe(true);
  });
});

describe("carry-over", () => {
  it("leaves anything, and carries over nothing that is finished", () => {
    fc.assert(
      fc.property(anyEntry, fc.constantFrom(...carryOverActions), fc.boolean(), (entry, action, hasTarget) => {
        const refusal = refuseCarryOver(entry, choose(action), hasTarget);
        if (action === "leave") expect(refusal).toBeNull();
        else if (!isUnfinished(entry)) expect(refusal).toEqual({ code: "ENTRY_FINISHED" });
      }),
    );
  });

  it("never completes, drops or merges a proposal: that is a meeting's to say", () => {
    const under = fc.constantFrom(
      ...stages.filter((stage) => stage !== "approved" && isUnfinished({ stage, status: null })),
    );
    fc.assert(
      fc.property(under, fc.constantFrom("complete", "drop", "merge"), (stage, action) => {
        expect(codeOf({ stage, status: null, hasReport: true }, choose(action))).toBe("STATUS_NEEDS_APPROVAL");
      }),
    );
  });

  it("completes what is at work or waits for its report, once the report is there", () => {
    expect(codeOf({ hasReport: true }, choose("complete"))).toBeNull();
    expect(codeOf({ status: "implemented", hasReport: true }, choose("complete"))).toBeNull();
    expect(codeOf({ status: null, hasReport: true }, choose("complete"))).toBeNull();
    expect(codeOf({}, choose("complete"))).toBe("REPORT_EVIDENCE_NEEDED");
    expect(codeOf({ status: "not_started", hasReport: true }, choose("complete"))).toBe("STATUS_STEP_REFUSED");
  });

  it("carries into a plan that is there, and where the activity does not stand yet", () => {
    expect(codeOf({}, choose("carry"))).toBeNull();
    expect(codeOf({ stage: "deferred", status: null }, choose("phase"))).toBeNull();
    expect(codeOf({}, choose("carry"), false)).toBe("NEXT_PLAN_NEEDED");
    expect(codeOf({ isInTarget: true }, choose("phase"))).toBe("ENTRY_ALREADY_IN_PLAN");
    expect(codeOf({}, choose("carry", { isApprovedByDecision: false }))).toBe("DECISION_NOT_APPROVING");
    expect(codeOf({ phase: 99 }, choose("phase"))).toBe("TOO_LARGE");
    expect(codeOf({ phase: 99 }, choose("carry"))).toBeNull();
  });

  it("is done once: an entry that a later plan continues is refused", () => {
    const acts = fc.constantFrom(...carryOverActions.filter((action) => action !== "leave"));
    fc.assert(
      fc.property(acts, fc.boolean(), (action, isInTarget) => {
        const code = isInTarget ? "ENTRY_ALREADY_IN_PLAN" : "ENTRY_ALREADY_CARRIED";
        expect(codeOf({ isCarriedOn: true, isInTarget, hasReport: true }, choose(action))).toBe(code);
      }),
    );
  });

  it("merges into another entry that goes on", () => {
    expect(codeOf({}, choose("merge"))).toBe("RECEIVER_UNKNOWN");
    expect(codeOf({}, choose("merge", { into: { isItself: true, stage: "approved", status: "ongoing" } }))).toBe(
      "RECEIVER_REFUSED",
    );
    expect(codeOf({}, choose("merge", { into: { isItself: false, stage: "approved", status: "cancelled" } }))).toBe(
      "RECEIVER_REFUSED",
    );
    expect(codeOf({}, choose("merge", { into: { isItself: false, stage: "withdrawn", status: null } }))).toBe(
      "RECEIVER_REFUSED",
    );
    for (const stage of [null, "draft", "approved"] as const)
      expect(codeOf({}, choose("merge", { into: { isItself: false, stage, status: null } }))).toBeNull();
    expect(codeOf({}, choose("drop"))).toBeNull();
  });

  it("asks why for everything but leaving and completing", () => {
    expect(carryOverActions.filter(needsCarryOverReason)).toEqual(["carry", "phase", "drop", "merge"]);
  });
});

it("phases are counted from one", () => {
  expect([phaseAfter(null, "carry"), phaseAfter(2, "carry")]).toEqual([null, 2]);
  expect([phaseAfter(null, "phase"), phaseAfter(2, "phase")]).toEqual([2, 3]);
});

it("only what is planned beyond the old period goes on", () => {
  expect(reachesBeyond("2024-01-01", "2023-12-31")).toBe(true);
  expect(reachesBeyond("2023-12-31", "2023-12-31")).toBe(false);
  expect(reachesBeyond(null, "2023-12-31")).toBe(false);
});
