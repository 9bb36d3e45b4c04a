import { expect, it } from "vitest";
import { auditWords } from "./audit-words";

const en = auditWords("en");
const lo = auditWords("lo");

it("labels known actions and fields, and shows unknown codes as they are", () => {
  expect(en.action("entry.report").text).toBe("Progress reported");
  expect(lo.action("login_failed").lang).toBe("lo");
  expect(en.action("later.invention")).toEqual({ text: "later.invention", lang: "en" });
  expect(en.action("constructor").text).toBe("constructor");
  expect(lo.field("titleEn").text).toMatch(/\p{Script=Lao}/u);
});

it("shows stored values in readable form", () => {
  expect(en.value("status", "ongoing").text).toBe("Ongoing");
  expect(en.value("isConfidential", true).text).toBe("Yes");
  expect(en.value("audience", "desk").text).toBe("The desk only");
  expect(lo.value("kind", "minutes").lang).toBe("lo");
  expect(lo.value("plannedEndOn", "2024-02-29").text).toBe("29\u00a0ກຸມພາ\u00a02024");
  expect(en.value("linkExpiresAt", "2024-02-29T20:00:00.000Z").text).toBe("1\u00a0Mar\u00a02024, 03:00");
  expect(en.value("note", null)).toEqual({ text: "empty", lang: "en" });
  expect(en.value("note", "ກອງປະຊຸມ")).toEqual({ text: "ກອງປະຊຸມ", lang: "lo" });
  expect(lo.value("budgetApprovedUsd", 1200.5).text).toBe("1.200,5");
  expect(en.value("memberStateId", 1200)).toEqual({ text: "1200", lang: null });
  expect(en.value("filters", { list: "/activities", ids: [1, 2] }).text).toBe("list: /activities; ids: 1, 2");
  expect(en.value("text", "a".repeat(1000)).text).toHaveLength(601);
});

it("states that an IP address is unknown", () => {
  expect(en.address("192.0.2.1")).toEqual({ text: "192.0.2.1", lang: null });
  expect(en.address("2001:db8::1").text).toBe("2001:db8::1");
  for (const address of ["direct", "unknown", ""]) expect(en.address(address)).toEqual(en.address(null));
});
