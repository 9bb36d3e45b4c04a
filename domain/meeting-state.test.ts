import { expect, it } from "vitest";
import { canBecome, isComing, offState } from "./meeting-state";
import { meetingStates } from "./vocabulary";

it("a meeting that was held can be neither postponed nor cancelled", () => {
  const allowed = (next: "postponed" | "cancelled" | "planned") => meetingStates.filter((one) => canBecome(one, next));
  expect(allowed("postponed")).toEqual(["planned", "postponed"]);
  expect(allowed("cancelled")).toEqual(["planned", "open", "postponed"]);
  expect(allowed("planned")).toEqual(["postponed", "cancelled"]);
});

it("a postponed meeting is still to come, a cancelled one is not", () => {
  expect(meetingStates.filter(isComing)).toEqual(["planned", "open", "postponed"]);
  expect([...meetingStates, null].map(offState)).toEqual([null, null, null, "postponed", "cancelled", null]);
});
