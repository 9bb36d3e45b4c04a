import { describe, expect, it } from "vitest";
import { referenceOf, referencesIn } from "./row-names";

describe("the rows to which a stored change refers", () => {
  it("are found in fields, in lists and in lists of rows", () => {
    expect(referencesIn("memberStateId", 3)).toEqual([{ kind: "state", id: 3 }]);
    expect(referencesIn("outcomes", [4, 5])).toEqual([
      { kind: "outcome", id: 4 },
      { kind: "outcome", id: 5 },
    ]);
    expect(referencesIn("parties", [{ id: 9, role: "funder", memberStateId: null, partnerId: 2 }])).toEqual([
      { kind: "partner", id: 2 },
    ]);
    expect(referencesIn("current", "CYCLE-2024")).toEqual([{ kind: "periodCode", id: "CYCLE-2024" }]);
  });

  it("are no counts, texts or unknown fields", () => {
    expect(referencesIn("entries", 12)).toEqual([]);
    expect(referencesIn("note", "3")).toEqual([]);
    expect(referenceOf("memberStateId", null)).toBeNull();
    expect(referenceOf("constructor", 3)).toBeNull();
    expect(referenceOf("meetingId", "3 or 4")).toBeNull();
  });
});
