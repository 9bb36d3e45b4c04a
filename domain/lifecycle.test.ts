import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bodyCodes,
  canSubmit,
  type DecisionOutcome,
  decisionOutcomes,
  isOutcomeOfBody,
  isProgressOf,
  isStatusStep,
  needsReason,
  type Stage,
  schedules,
  stageAfter,
  stages,
  statuses,
} from "./lifecycle";

const anyStage = fc.constantFrom(...stages);
const anyOutcome = fc.constantFrom(...decisionOutcomes);
const anyStatus = fc.option(fc.constantFrom(...statuses));
const ended: readonly Stage[] = ["merged", "withdrawn", "not_supported", "returned"];

describe("the stage after a decision", () => {
  it("goes the whole way of a proposal, step by step or with steps left out", () => {
    const way: [Stage, DecisionOutcome][] = [
      ["submitted", "considered"],
      ["considered", "accepted"],
      ["accepted", "endorsed"],
      ["endorsed", "approved"],
      ["submitted", "approved"],
      ["considered", "deferred"],
      ["deferred", "considered"],
      ["endorsed", "considered"],
    ];
    for (const [from, outcome] of way) expect(stageAfter(from, outcome, null), `${from} ${outcome}`).toBe(outcome);
    expect(stageAfter("considered", "returned", null)).toBe("draft");
    expect(stageAfter("submitted", "not_supported", null)).toBe("not_supported");
  });

  it("is no matter of words: noting and discussing move nothing, whatever was submitted", () => {
    const submitted = fc.option(anyStage.filter((stage) => stage !== "draft"));
    fc.assert(
      fc.property(submitted, fc.constantFrom("noted", "discussed"), anyStatus, (stage, outcome, status) => {
        expect(stageAfter(stage, outcome, status)).toBe("same");
      }),
    );
  });

  it("is refused for a draft, for what has ended, and where there is no stage", () => {
    const moving = fc.constantFrom(...decisionOutcomes.filter((item) => item !== "noted" && item !== "discussed"));
    fc.assert(
      fc.property(fc.constantFrom(null, "draft", ...ended), moving, anyStatus, (stage, outcome, status) => {
        expect(stageAfter(stage, outcome, status)).toBe("refused");
      }),
    );
    expect(stageAfter("draft", "noted", null)).toBe("refused");
  });

  it("leaves an approved entry approved once its work has begun, because only approved entries have a status", () => {
    for (const status of ["ongoing", "implemented", "completed", "cancelled"] as const) {
      for (const outcome of decisionOutcomes) {
        const next = stageAfter("approved", outcome, status);
        expect(["same", "refused"], `${outcome} while ${status}`).toContain(next);
      }
    }
    expect(stageAfter("approved", "withdrawn", null)).toBe("withdrawn");
    expect(stageAfter("approved", "returned", "not_started")).toBe("draft");
    expect(stageAfter("approved", "approved", "ongoing")).toBe("same");
  });

  it("is always a stage, the same, or a refusal", () => {
    const answers = [...stages, "same", "refused"];
    fc.assert(
      fc.property(fc.option(anyStage), anyOutcome, anyStatus, (stage, outcome, status) => {
        expect(answers).toContain(stageAfter(stage, outcome, status));
      }),
    );
  });
});

describe("what a body may decide", () => {
  it("approval is for ADGSOM, ATRC and ADGMIN; the JWG considers and endorses; Retreats accept", () => {
    const bodiesOf = (outcome: DecisionOutcome) => bodyCodes.filter((body) => isOutcomeOfBody(outcome, body));
    expect(bodiesOf("approved")).toEqual(["ADGMIN", "ADGSOM", "ATRC"]);
    expect(bodiesOf("accepted")).toEqual(["ADGSOM", "ATRC", "RETREAT"]);
    expect(bodiesOf("considered")).not.toContain("ADGMIN");
    expect(bodiesOf("endorsed")).toContain("JWG");
    for (const outcome of ["deferred", "returned", "merged", "withdrawn", "not_supported", "noted"] as const) {
      expect(bodiesOf(outcome), outcome).toEqual([...bodyCodes]);
    }
  });
});

describe("before submission", () => {
  it("only a draft is handed in", () => {
    expect([...stages, null].filter(canSubmit)).toEqual(["draft"]);
  });
});

describe("status", () => {
  it("never jumps from not begun to complete, nor from complete to not begun", () => {
    expect(isStatusStep("not_started", "completed")).toBe(false);
    expect(isStatusStep("completed", "not_started")).toBe(false);
    expect(isStatusStep("completed", "cancelled")).toBe(false);
    expect(isStatusStep("cancelled", "completed")).toBe(false);
  });

  it("can stay, go forward, and be corrected", () => {
    for (const status of statuses) expect(isStatusStep(status, status)).toBe(true);
    expect(isStatusStep("not_started", "ongoing")).toBe(true);
    expect(isStatusStep("ongoing", "implemented")).toBe(true);
    expect(isStatusStep("implemented", "completed")).toBe(true);
    expect(isStatusStep("completed", "ongoing")).toBe(true);
    expect(isStatusStep("cancelled", "ongoing")).toBe(true);
  });

  it("agrees with progress at both ends", () => {
    fc.assert(
      fc.property(fc.constantFrom(...statuses), fc.integer({ min: 0, max: 100 }), (status, progress) => {
        const agrees = status === "not_started" ? progress === 0 : status === "completed" ? progress === 100 : true;
        expect(isProgressOf(status, progress)).toBe(agrees);
      }),
    );
  });
});

describe("schedule", () => {
  it("asks for a reason unless on track", () => {
    expect(schedules.filter(needsReason)).toEqual(["at_risk", "delayed", "extended"]);
    expect(needsReason(null)).toBe(false);
  });
});
