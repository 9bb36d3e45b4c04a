import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foresee, foreseeAll, type Standing, stageCorrected, standingAfter } from "./closing";
import { bodyCodes, decisionOutcomes, stages, statuses } from "./lifecycle";

const anyStanding: fc.Arbitrary<Standing> = fc
  .record({
    stage: fc.constantFrom(...stages, null),
    status: fc.constantFrom(...statuses, null),
    isPlanClosed: fc.boolean(),
  })
  .map((standing) => ({ ...standing, status: standing.stage === "approved" ? standing.status : null }));
const anyOutcome = fc.constantFrom(...decisionOutcomes);
const anyBody = fc.constantFrom(...bodyCodes);
const entries = [1, 2, 3];

describe("what a meeting would do", () => {
  it("never touches an entry of a closed plan, nor goes beyond the body's power", () => {
    fc.assert(
      fc.property(anyStanding, anyOutcome, anyBody, (standing, outcome, body) => {
        const { from, to, refusal } = foresee(standing, outcome, body);
        expect(from).toBe(standing.stage);
        if (refusal !== null) expect(to).toBeNull();
        if (standing.isPlanClosed) expect(refusal).toBe("PLAN_CLOSED");
        if (body === "JWG" && outcome === "approved") expect(refusal).not.toBeNull();
      }),
    );
  });

  it("leaves a status to approved entries alone", () => {
    fc.assert(
      fc.property(anyStanding, anyOutcome, anyBody, (standing, outcome, body) => {
        const after = standingAfter(standing, foresee(standing, outcome, body));
        if (after.stage !== "approved") expect(after.status).toBeNull();
        else if (standing.stage !== "approved") expect(after.status).not.toBeNull();
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
          const standings = new Map(all.map((standing, index) => [index + 1, standing]));
          const foreseen = foreseeAll(decisions, standings, body);
          for (const entryId of entries) {
            const own = foreseen.filter((line) => line.entryId === entryId);
            let standing = standings.get(entryId) as Standing;
            for (const line of own) {
              expect(line).toMatchObject(foresee(standing, line.outcome, body));
              if (line.refusal === null) standing = standingAfter(standing, line);
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
    const standing: Standing = { stage: "approved", status: "not_started", isPlanClosed: false };
    expect(stageCorrected(standing, corrected, "endorsed")).toBe("endorsed");
    expect(stageCorrected(standing, corrected, "noted")).toBe("submitted");
    // Where the reference data does not tell where the decision found it.
    expect(stageCorrected(standing, { ...corrected, from: null }, "noted")).toBe("submitted");
    expect(stageCorrected(standing, { ...corrected, from: null }, "endorsed")).toBe("endorsed");
    expect(stageCorrected({ ...standing, status: "ongoing" }, corrected, "endorsed")).toBe("refused");
    expect(stageCorrected({ ...standing, status: "ongoing" }, corrected, "approved")).toBe("approved");
  });

  it("is refused once the entry has moved on", () => {
    const standing: Standing = { stage: "submitted", status: null, isPlanClosed: false };
    expect(stageCorrected(standing, { from: "considered", to: "draft" }, "endorsed")).toBe("refused");
    expect(stageCorrected(standing, { from: "submitted", to: null }, "endorsed")).toBe("endorsed");
  });

  it("never leaves work without an approval", () => {
    fc.assert(
      fc.property(anyStanding, fc.constantFrom(...stages, null), anyOutcome, (standing, from, outcome) => {
        const stage = stageCorrected(standing, { from, to: standing.stage }, outcome);
        if (stage === "refused" || stage === "approved") return;
        expect([null, "not_started"]).toContain(standing.status);
      }),
    );
  });
});
