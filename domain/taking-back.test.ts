import { expect, it } from "vitest";
import { type Act, whyNotUndone } from "./taking-back";

const me = { userId: 7 };
const act = (rest: Partial<Act> = {}): Act => ({
  change: "entry.report",
  byId: 7,
  isLatest: true,
  hasFormer: true,
  ...rest,
});

it("is possible for one's own latest change", () => {
  expect(whyNotUndone(act(), me, false)).toBeNull();
});

it("is possible for others' changes for those who may take them back", () => {
  expect(whyNotUndone(act({ byId: 8 }), me, true)).toBeNull();
  expect(whyNotUndone(act({ byId: 8 }), me, false)).toBe("UNDO_NOT_OWN");
  expect(whyNotUndone(act({ byId: null }), { userId: null }, false)).toBe("UNDO_NOT_OWN");
});

it("ends when something else has happened to the entry", () => {
  expect(whyNotUndone(act({ isLatest: false }), me, true)).toBe("UNDO_ENDED");
});

it.each(["decision.record", "meeting.close", "round.accept", "plan.carryOver", "activity.create", "entry.undo"])(
  "does not take back %s",
  (change) => expect(whyNotUndone(act({ change }), me, true)).toBe("UNDO_IMPOSSIBLE"),
);

it("is impossible without the state before", () => {
  expect(whyNotUndone(act({ hasFormer: false }), me, true)).toBe("UNDO_IMPOSSIBLE");
});
