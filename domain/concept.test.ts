import { describe, expect, it } from "vitest";
import { conceptFields, emptyConcept, isBegun, missingParts, needsConcept } from "./concept";

const whole = Object.fromEntries(conceptFields.map((field) => [field, "Text"])) as typeof emptyConcept;
const both = { outcome: true, proponent: true };

describe("what a proposal lacks", () => {
  it("is everything of an empty paper, in the order of the template", () => {
    expect(missingParts(emptyConcept, { outcome: false, proponent: false })).toEqual([
      "outcomeIds",
      "proponentStateId",
      ...conceptFields,
    ]);
  });

  it.each(conceptFields)("is %s alone where only that is empty", (field) => {
    expect(missingParts({ ...whole, [field]: null }, both)).toEqual([field]);
    expect(missingParts({ ...whole, [field]: "" }, both)).toEqual([field]);
  });

  it("is nothing of a whole one, and the outcome or the proponent where they are not named", () => {
    expect(missingParts(whole, both)).toEqual([]);
    expect(missingParts(whole, { ...both, outcome: false })).toEqual(["outcomeIds"]);
    expect(missingParts(whole, { ...both, proponent: false })).toEqual(["proponentStateId"]);
  });
});

it("a paper is begun with its first words", () => {
  expect(isBegun(emptyConcept)).toBe(false);
  expect(isBegun({ ...emptyConcept, method: "Workshops" })).toBe(true);
});

it("is asked of new proposals to the senior officials alone", () => {
  expect(needsConcept("adgsom_atrc", false)).toBe(true);
  expect(needsConcept("adgsom_atrc", true)).toBe(false);
  expect(needsConcept("partner", false)).toBe(false);
});
