import { expect, it } from "vitest";
import { seenVersion } from "./seen-version";

const initial = { version: "4", titleEn: "As somebody else saved it" };

it("is the row's own while nothing was typed", () => {
  expect(seenVersion("version", initial, null, null)).toBe("4");
  expect(seenVersion("version", {}, null, null)).toBe("");
});

it("of a draft that comes back is that of then, so that the save is refused and both versions are shown", () => {
  expect(seenVersion("version", initial, null, { version: ["3"], titleEn: ["Mine"] })).toBe("3");
  expect(seenVersion("version", initial, null, { titleEn: ["Kept without a version"] })).toBe("4");
});

it("of a refused form is the one it was sent with, though the page was filled anew", () => {
  const refusal = { code: "INVALID_INPUT", values: { version: "3", titleEn: "" }, current: null };
  expect(seenVersion("version", initial, refusal, null)).toBe("3");
});

it("after a conflict is the one that was shown", () => {
  const refusal = { code: "CONFLICT", values: { version: "3" }, current: { version: "5" } };
  expect(seenVersion("version", initial, refusal, { version: ["3"] })).toBe("5");
  // A conflict that only the database noticed shows no other version.
  expect(seenVersion("version", initial, { ...refusal, current: null }, null)).toBe("3");
});
