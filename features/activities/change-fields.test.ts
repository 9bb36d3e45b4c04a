import { expect, it } from "vitest";
import { changeFields } from "./change-fields";

it("collects the words of single rows", () => {
  const values = { rows: ["12:3", "14:1"], text: "All met", "text.12": "Own", "reason.12": "Late", "reason.14": "Ill" };
  expect(changeFields(values)).toMatchObject({
    text: "All met",
    own: [
      { entryId: "12", text: "Own", reason: "Late" },
      { entryId: "14", reason: "Ill" },
    ],
  });
});
