import { expect, it } from "vitest";
import { decisionFields } from "./decision-fields";

it("collects the words of single entries", () => {
  const fields = { rows: ["1:12:3"], textLo: "ສຳລັບທຸກຄົນ", "textLo.12": "ຂອງຕົນ", "textEn.7": "Own", "textEn.x": "no" };
  expect(decisionFields(fields)).toEqual({
    ...fields,
    own: [
      { entryId: "12", textEn: undefined, textLo: "ຂອງຕົນ" },
      { entryId: "7", textEn: "Own", textLo: undefined },
    ],
  });
});
