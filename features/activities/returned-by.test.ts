import { describe, expect, it } from "vitest";
import { returnedBy } from "./returned-by";

const decision = (id: number, rest: object = {}) => ({
  id,
  outcome: "returned" as const,
  isPending: false,
  correctsId: null as number | null,
  ...rest,
});

describe("the decision that returned a draft", () => {
  it("is the latest of several, until the draft is submitted again", () => {
    const decisions = [decision(3), decision(2, { outcome: "considered" }), decision(1)];
    expect(returnedBy("draft", decisions)?.id).toBe(3);
    expect(returnedBy("submitted", decisions)).toBeUndefined();
    expect(returnedBy(null, decisions)).toBeUndefined();
  });

  it("is never pending, corrected, or of another outcome", () => {
    expect(returnedBy("draft", [decision(2, { isPending: true }), decision(1)])?.id).toBe(1);
    expect(returnedBy("draft", [decision(2, { correctsId: 1 }), decision(1)])?.id).toBe(2);
    expect(returnedBy("draft", [decision(2, { outcome: "deferred", correctsId: 1 }), decision(1)])).toBeUndefined();
    expect(returnedBy("draft", [])).toBeUndefined();
  });
});
