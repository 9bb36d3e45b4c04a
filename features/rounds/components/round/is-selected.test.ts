import { expect, it } from "vitest";
import { isSelected } from "./is-selected";

const possible = { value: "1:2", isPossible: true };
const impossible = { value: "3:1", isPossible: false };

it("of the drafts that can be accepted, those that were read are ticked at first", () => {
  expect([possible, impossible].map((line) => isSelected(line, null, ["1:2", "3:1"]))).toEqual([true, false]);
  expect([[], ["1:1"], ["3:1"]].map((read) => isSelected(possible, null, read))).toEqual([false, false, false]);
});

it("ticked drafts stay ticked after a refusal, except those that cannot be accepted", () => {
  const drafts = ["1:2", "3:1"];
  expect([possible, impossible].map((line) => isSelected(line, { intent: "accept", drafts }, []))).toEqual([
    true,
    false,
  ]);
  // A draft that cannot be accepted can still be returned; here the remark was forgotten.
  expect([possible, impossible].map((line) => isSelected(line, { intent: "return", drafts }, []))).toEqual([
    true,
    true,
  ]);
});

it("drafts that were not ticked, or have a new version, are not ticked after a refusal", () => {
  expect(isSelected(possible, { intent: "accept" }, [])).toBe(false);
  expect(isSelected(possible, { intent: "accept", drafts: "1:1" }, [])).toBe(false);
  expect(isSelected(possible, { intent: "accept", drafts: "1:2" }, [])).toBe(true);
});
