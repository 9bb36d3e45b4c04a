import { expect, it } from "vitest";
import { carryOverFields } from "./carry-over-fields";

it("reads the action and reason of each entry from a confirmed preview", () => {
  const values = { planId: "3", toPlanId: "4", "do.7": "carry", "version.7": "2", "reason.7": "ຊ້າ", "by.7": "9" };
  expect(
    carryOverFields({ ...values, "do.8": "merge", "version.8": "1", "into.8": "23-02", "reason.9": "None" }),
  ).toEqual({
    planId: "3",
    toPlanId: "4",
    entries: [
      { entryId: "7", version: "2", action: "carry", reason: "ຊ້າ", into: "", by: "9" },
      { entryId: "8", version: "1", action: "merge", reason: "", into: "23-02", by: "" },
    ],
  });
  expect(carryOverFields({ "do.x": "drop" })).toEqual({ planId: "", toPlanId: "", entries: [] });
});

it("gives entries without a reason of their own the common one", () => {
  const fields = { "do.3": "drop", "reason.3": " \u200b", "do.4": "drop", "reason.4": "Own", reasonForAll: "For all" };
  expect(carryOverFields(fields).entries.map(({ reason }) => reason)).toEqual(["For all", "Own"]);
});
