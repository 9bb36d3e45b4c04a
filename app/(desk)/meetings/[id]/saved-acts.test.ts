import { expect, it } from "vitest";
import { savedActs } from "@/features/meetings/address";
import { savedForm } from "./saved-acts";

it("a save discards the draft of its own form, and of no other", () => {
  const ended = savedActs.map((act) => [act, savedForm(act, 7)]).filter(([, form]) => form);
  expect(Object.fromEntries(ended)).toEqual({
    create: "meeting:new",
    decisions: "decisions:7",
    postpone: "meeting-off:7",
    cancel: "meeting-off:7",
    edit: "meeting:7",
    paper: "paper:7",
    deadline: "deadline:meeting:7",
  });
  expect([savedForm(null, 7), savedForm("toString", 7)]).toEqual([undefined, undefined]);
});
