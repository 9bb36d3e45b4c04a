import { expect, it } from "vitest";
import type { EntryQuery } from "@/features/activities/address";
import { decideForm, savedForm } from "./saved-acts";

const formAfter = (query: Partial<EntryQuery>) =>
  savedForm(7, { saved: null, meeting: null, decision: null, update: null, ...query });

it("a save discards the draft of its own form, and of no other", () => {
  expect(formAfter({ saved: "report" })).toBe("report:7");
  expect(formAfter({ saved: "submit" })).toBeUndefined();
  expect(formAfter({})).toBeUndefined();
});

it("the draft of a decision belongs to the meeting for which its form was opened", () => {
  expect(formAfter({ saved: "decide", meeting: 3 })).toBe(decideForm(7, 3));
  expect(formAfter({ saved: "decidePending", meeting: 3 })).toBe(decideForm(7, 3));
  expect(formAfter({ saved: "decide" })).toBe(decideForm(7, null));
  expect(decideForm(7, 3)).not.toBe(decideForm(7, 4));
});

it("the draft of a correction belongs to the decision that it corrects", () => {
  expect(formAfter({ saved: "correct", decision: 12 })).toBe("correct:12");
  expect(formAfter({ saved: "correct" })).toBeUndefined();
});
