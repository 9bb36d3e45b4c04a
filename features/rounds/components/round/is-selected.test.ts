import { expect, it } from "vitest";
import { isSelected } from "./is-selected";

const possible = { value: "1:2", isPossible: true };
const impossible = { value: "3:1", isPossible: false };

it("what can be accepted is ticked at first", () => {
  expect([possible, impossible].map((line) => isSelected(line, null))).toEqual([true, false]);
});

it("what was ticked stays ticked after a refusal, but for what cannot be accepted", () => {
  const drafts = ["1:2", "3:1"];
  expect([possible, impossible].map((line) => isSelected(line, { intent: "accept", drafts }))).toEqual([true, false]);
  // What cannot be accepted can be returned, with a remark that was forgotten.
  expect([possible, impossible].map((line) => isSelected(line, { intent: "return", drafts }))).toEqual([true, true]);
});

it("what nobody ticked, or what is another version by now, is not ticked after a refusal", () => {
  expect(isSelected(possible, { intent: "accept" })).toBe(false);
  expect(isSelected(possible, { intent: "accept", drafts: "1:1" })).toBe(false);
  expect(isSelected(possible, { intent: "accept", drafts: "1:2" })).toBe(true);
});
