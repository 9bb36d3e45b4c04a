import { describe, expect, it } from "vitest";
import type { RowNames } from "@/domain/row-names";
import { catalogue } from "./catalogue";
import { storedValues } from "./stored-values";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const name = (en: string, lo: string | null = null, day: string | null = null) => ({ en, lo, day, placeId: null });

const names: RowNames = new Map([
  ["state:3", name("Lao PDR", "ສປປ ລາວ")],
  ["state:8", name("Viet Nam", "ຫວຽດນາມ")],
  ["partner:2", name("Japan", "ຍີ່ປຸ່ນ")],
  ["outcome:5", name("Digital infrastructure")],
  ["update:40", name("A-2023-01", null, "2023-08-24")],
]);
const en = storedValues("en", catalogue.en, names);
const lo = storedValues("lo", catalogue.lo, names);

describe("a stored value", () => {
  it("is shown by its label, its date or its number", () => {
    expect(en.value("status", "ongoing").text).toBe("Ongoing");
    expect(en.value("isConfidential", true).text).toBe("Yes");
    expect(en.value("audience", "desk").text).toBe("The desk only");
    expect(lo.value("kind", "minutes").lang).toBe("lo");
    expect(plain(lo.value("plannedEndOn", "2024-02-29").text)).toBe("29 ກຸມພາ 2024");
    expect(plain(en.value("linkExpiresAt", "2024-02-29T20:00:00.000Z").text)).toMatch(/^1 Mar 2024, 03:00/);
    expect(en.value("note", null)).toEqual({ text: "empty", lang: "en" });
    expect(en.value("note", "ກອງປະຊຸມ")).toEqual({ text: "ກອງປະຊຸມ", lang: "lo" });
    expect(lo.value("budgetApprovedUsd", "1200.50").text).toBe("1.200,5");
    expect(lo.value("progress", 62.5).text).toBe("62,5%");
    expect(en.value("version", 1200)).toEqual({ text: "1200", lang: null });
    expect(en.value("text", "a".repeat(1000)).text).toHaveLength(601);
  });

  it("that refers to a row is shown by the row's name", () => {
    expect(en.value("memberStateId", 3)).toEqual({ text: "Lao PDR", lang: "en" });
    expect(lo.value("memberStateId", 3)).toEqual({ text: "ສປປ ລາວ", lang: "lo" });
    expect(lo.value("outcomeIds", [5]).text).toBe("Digital infrastructure");
    expect(plain(en.value("updateId", 40).text)).toBe("A-2023-01, 24 Aug 2023");
    expect(en.value("meetingId", 99).text).toBe("no longer available");
  });

  it("that is a row says in words what the row holds, without its number", () => {
    const parties = [
      { id: 61, entryId: 7, role: "proponent", memberStateId: 3, agencyId: null, partnerId: null },
      { id: 62, entryId: 7, role: "funder", memberStateId: null, agencyId: null, partnerId: 2 },
    ];
    expect(en.value("parties", parties).text).toBe("Lao PDR, Proponent; Japan, Funder");
    expect(lo.value("parties", parties).text).toBe("ສປປ ລາວ, ຜູ້ສະເໜີ; ຍີ່ປຸ່ນ, ຜູ້ໃຫ້ທຶນ");
    expect(en.value("filters", { list: "/activities", ids: [1, 2] }).text).toBe("List: /activities; ids: 1, 2");
  });
});

describe("a stored change of a list", () => {
  const share = (memberStateId: number, more = {}) => ({
    id: memberStateId,
    memberStateId,
    role: "participant",
    ...more,
  });

  it("tells what was taken out and what was put in", () => {
    const change = en.change({
      field: "states",
      before: [share(3), share(8)],
      after: [share(3), share(8, { note: "Done" })],
    });
    expect(change.before.text).toBe("Viet Nam, Participant");
    expect(change.after.text).toBe("Viet Nam, Participant, Note: Done");
    const added = en.change({ field: "states", before: [share(3)], after: [share(3), share(8)] });
    expect([added.before.text, added.after.text]).toEqual(["empty", "Viet Nam, Participant"]);
    expect(en.change({ field: "outcomes", before: null, after: [5] }).after.text).toBe("Digital infrastructure");
  });

  it("tells the whole lists if they differ in nothing that is shown", () => {
    const change = en.change({ field: "states", before: [share(3)], after: [share(3, { version: 2 })] });
    expect([change.before.text, change.after.text]).toEqual(["Lao PDR, Participant", "Lao PDR, Participant"]);
  });
});
