import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterDecision, previewDecision, previewDecisions, type StageAndStatus, stageCorrected } from "./closing";
import { bodyCodes, decisionOutcomes, stages, statuses } from "./lifecycle";

const anyStanding: fc.Arbitrary<StageAndStatus> = fc
  .record({
    stage: fc.constantFrom(...stages, null),
    status: fc.constantFrom(...statuses, null),
    isPlanClosed: fc.boolean(),
  })
  .map((current) => ({ ...current, status: current.stage === "approved" ? current.status : null }));
const anyOutcome = fc.constantFrom(...decisionOutcomes);
const anyBody = fc.constantFrom(...bodyCodes);
const entries = [1, 2, 3];

describe("what a meeting would do", () => {
  it("never touches an entry of a closed plan, nor goes beyond the body's power", () => {
    fc.assert(
      fc.property(anyStanding, anyOutcome, anyBody, (current, outcome, body) => {
        const { from, to, refusal } = previewDecision(current, outcome, body);
        expect(from).toBe(current.stage);
        if (refusal !== null) expect(to).toBeNull();
        if (current.isPlanClosed) expect(refusal).toBe("PLAN_CLOSED");
        if (body === "JWG" && outcome === "approved") expect(refusal).not.toBeNull();
      }),
    );
  });

  it("leaves a status to approved entries alone", () => {
    fc.assert(
      fc.property(anyStanding, anyOutcome, anyBody, (current, outcome, body) => {
        const after = afterDecision(current, previewDecision(current, outcome, body));
        if (after.stage !== "approved") expect(after.status).toBeNull();
        else if (current.stage !== "approved") expect(after.status).not.toBeNull();
      }),
    );
  });

  it("is one step after the other: each decision finds what those before it left behind, of its own entry", () => {
    const decision = fc.record({ entryId: fc.constantFrom(...entries), outcome: anyOutcome });
    fc.assert(
      fc.property(
        fc.array(decision, { maxLength: 8 }),
        fc.array(anyStanding, { minLength: 3, maxLength: 3 }),
        anyBody,
        (decisions, all, body) => {
          const currentById = new Map(all.map((current, index) => [index + 1, current]));
          const preview = previewDecisions(decisions, currentById, body);
          for (const entryId of entries) {
            const own = preview.filter((line) => line.entryId === entryId);
            let current = currentById.get(entryId) as StageAndStatus;
            for (const line of own) {
              expect(line).toMatchObject(previewDecision(current, line.outcome, body));
              if (line.refusal === null) current = afterDecision(current, line);
            }
          }
        },
      ),
    );
  });
});

describe("a correction", () => {
  it("leads where the right decision would have led from the same place", () => {
    const corrected = { from: "submitted", to: "approved" } as const;
    const current: StageAndStatus = { stage: "approved", status: "not_started", isPlanClosed: false };
    expect(stageCorrected(current, corrected, "endorsed")).toBe("endorsed");
    expect(stageCorrected(current, corrected, "noted")).toBe("submitted");
    // Where the reference data does not tell where the decision found it.
    expect(stageCorrected(current, { ...corrected, from: null }, "noted")).toBe("submitted");
    expect(stageCorrected(current, { ...corrected, from: null }, "endorsed")).toBe("endorsed");
    expect(stageCorrected({ ...current, status: "ongoing" }, corrected, "endorsed")).toBe("refused");
    expect(stageCorrected({ ...current, status: "ongoing" }, corrected, "approved")).toBe("approved");
  });

  it("is refused once the entry has moved on", () => {
    const current: StageAndStatus = { stage: "submitted", status: null, isPlanClosed: false };
    expect(stageCorrected(current, { from: "considered", to: "draft" }, "endorsed")).toBe("refused");
    expect(stageCorrected(current, { from: "submitted", to: null }, "endorsed")).toBe("endorsed");
  });

  it("never leaves work without an approval", () => {
    fc.assert(
      fc.property(anyStanding, fc.constantFrom(...stages, null), anyOutcome, (current, from, outcome) => {
        const stage = stageCorrected(current, { from, to: current.stage }, outcome);
        if (stage === "refused" || stage === "approved") return;
        expect([null, "not_started"]).toContain(current.status);
      }),
    );
  });
});
