import { expect, it } from "vitest";
import { decideForm, savedForm } from "./saved-acts";

it("what is saved ends the draft of its own form, and of no other", () => {
  expect(savedForm("report", 7, {})).toBe("report:7");
  expect(savedForm("submit", 7, {})).toBeUndefined();
  expect(savedForm(undefined, 7, {})).toBeUndefined();
});

it("a decision's draft is that of the meeting for which its form was opened", () => {
  expect(savedForm("decide", 7, { meeting: "3" })).toBe(decideForm(7, "3"));
  expect(savedForm("decidePending", 7, { meeting: "3" })).toBe(decideForm(7, "3"));
  expect(savedForm("decide", 7, {})).toBe(decideForm(7, ""));
  expect(decideForm(7, "3")).not.toBe(decideForm(7, "4"));
});

it("a correction's draft is that of the decision which it puts right", () => {
  expect(savedForm("correct", 7, { decision: "12" })).toBe("correct:12");
  for (const decision of [undefined, "x", "12:3", ["12", "13"]])
    expect(savedForm("correct", 7, { decision })).toBeUndefined();
});
