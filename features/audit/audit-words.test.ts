import { expect, it } from "vitest";
import type { RowNames } from "@/domain/row-names";
import { auditWords } from "./audit-words";

const names: RowNames = new Map([["entry:7", { en: "A-2023-01", lo: null, day: null, placeId: 7 }]]);
const en = auditWords("en", names);
const lo = auditWords("lo", names);

it("labels known actions and fields, and shows unknown codes as they are", () => {
  expect(en.action("entry.report").text).toBe("Progress reported");
  expect(lo.action("login_failed").lang).toBe("lo");
  expect(en.action("later.invention")).toEqual({ text: "later.invention", lang: "en" });
  expect(en.action("constructor").text).toBe("constructor");
  expect(lo.field("titleEn").text).toMatch(/\p{Script=Lao}/u);
});

it("names the subject of a line, and says where none is left", () => {
  const found = { en: "Work plan 2023", lo: "ແຜນວຽກ 2023", href: "/plans/4" };
  expect(en.subjectName({ found, subjectId: 4 })).toBe("Work plan 2023");
  expect(lo.subjectName({ found, subjectId: 4 })).toBe("ແຜນວຽກ 2023");
  expect(lo.subjectName({ found: { ...found, lo: null }, subjectId: 4 })).toBe("Work plan 2023");
  expect(en.subjectName({ found: null, subjectId: 12 })).toBe("no longer available (number 12)");
  expect(en.subjectName({ found: null, subjectId: null })).toBeNull();
});

it("states that an IP address is unknown", () => {
  expect(en.address("192.0.2.1")).toEqual({ text: "192.0.2.1", lang: null });
  expect(en.address("2001:db8::1").text).toBe("2001:db8::1");
  for (const address of ["direct", "unknown", ""]) expect(en.address(address)).toEqual(en.address(null));
});
