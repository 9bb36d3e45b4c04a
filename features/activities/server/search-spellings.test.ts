import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { foldText } from "@/domain/fold-text";
import type { Context } from "@/server/context";
import { contextOf } from "@/server/testing";
import { addEntry, listQuery } from "../testing";
import { listActivities } from "./list-activities";

let database: TestDatabase;
let officer: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  officer = await contextOf(database.db, "officer");
});
afterAll(() => database.drop());

/** True if this search finds an activity of this title. */
async function finds(typed: string, title: string): Promise<boolean> {
  const id = await addEntry(database.db, { year: 2022, titleEn: null, titleLo: title, stage: "submitted" });
  const { rows } = await listActivities(officer, listQuery(`q=${encodeURIComponent(typed)}&size=100&sort=code.desc`));
  return rows.some((row) => row.id === id);
}

describe("a word is found in another spelling, whichever of the two is stored", () => {
  it.each([
    ["a space within a compound", "ດິຈິຕອນອາຊຽນ", "ດິຈິຕອນ ອາຊຽນ"],
    ["no space between Lao and a number", "ຄັ້ງທີ3", "ຄັ້ງທີ 3"],
    ["no space between Latin and Lao", "ADGMINຄັ້ງທີ 4", "ADGMIN ຄັ້ງທີ 4"],
    ["ຊ and ຢ", "ເຕັກໂນໂລຢີ", "ເຕັກໂນໂລຊີ"],
    ["ຊ and ຢ in another word", "ເອເຢນຊີ", "ເອເຊນຊີ"],
    ["two kinds of dash", "ADGSOM-ATRC", "ADGSOM–ATRC"],
    ["a dash with spaces", "ASEAN - China", "ASEAN–China"],
    ["a dash, and no dash", "ASEAN-Japan", "ASEAN Japan"],
    ["two kinds of apostrophe", "ASEAN's", "ASEAN’s"],
    ["two letters for one vowel", "ເເຜນ", "ແຜນ"],
    ["Thai letters", "แผน", "ແຜນ"],
    ["Thai letters of a loan word", "ดิจิตอน", "ດິຈິຕອນ"],
    ["a Thai mark", "ຄວາມປອດໄພທາງໄຊເບ\u0e35", "ຄວາມປອດໄພທາງໄຊເບີ"],
    ["a letter of two readings", "ยืนยัน", "ຢືນຢັນ"],
    ["Lao digits", "໒໐໒໓", "2023"],
    ["a leading zero", "ຄັ້ງທີ 3", "ຄັ້ງທີ 03"],
    ["Lao digits with a leading zero", "ຄັ້ງທີ ໐໓", "ຄັ້ງທີ 3"],
    ["ຣ and ລ", "ອາເມຣິກາ", "ອາເມລິກາ"],
    ["ຣ and ຮ", "ໂຣງຮຽນ", "ໂຮງຮຽນ"],
    ["ຣ and ຮ in another word", "ຣູບພາບ", "ຮູບພາບ"],
    ["a final letter", "ດິຈິຕອລ", "ດິຈິຕອນ"],
    ["another final letter", "ຂໍ້ມູລ", "ຂໍ້ມູນ"],
    ["two signs for ຽ", "ອາຊັຽນ", "ອາຊຽນ"],
    ["the order of marks", "ຫ\u0eb4\u0ebcນ", "ຫຼິນ"],
    ["full stops", "ສ.ປ.ປ", "ສປປ"],
    ["full stops in English", "U.S.", "US"],
    ["a compound as one word", "egovernment", "e-government"],
    ["a compound as two words", "e government", "e-government"],
    ["another compound", "crossborder", "Cross-border"],
    ["a compound written apart", "cyber security", "cybersecurity"],
    ["a compound typed as one", "cybersecurity", "cyber security"],
  ])("%s", async (_name, one, other) => {
    expect(await finds(one, `ແຜນງານ ${other} 2025`)).toBe(true);
    expect(await finds(other, `ແຜນງານ ${one} 2025`)).toBe(true);
  });

  it.each([
    ["ໃຫ້", "ໄຫ້"],
    ["ລັບ", "ຮັບຮອງ"],
    ["ຮັບ", "ຄວາມລັບ"],
    ["ict", "electronic transaction"],
    ["theme", "after the meeting"],
    ["ຄັ້ງທີ 3", "ຄັ້ງທີ 13"],
    ["ADGMIN-3", "ADGMIN-30"],
    ["3.1", "3.10"],
    ["23-1", "231"],
  ])("%s does not find %s", async (typed, title) => {
    expect(await finds(typed, title)).toBe(false);
  });
});

describe("the database folds as the program does", () => {
  const letters = fc.array(
    fc.oneof(
      fc.integer({ min: 0x0e81, max: 0x0edd }),
      fc.integer({ min: 0x0e01, max: 0x0e5b }),
      fc.integer({ min: 0x20, max: 0x17f }),
      fc.constantFrom(0x2013, 0x2019, 0x201c, 0xa0, 0x200b, 0x202e, 0xff21, 0xad, 0xe0061),
    ),
    { maxLength: 40 },
  );

  it("for any text", async () => {
    const texts = fc.sample(letters, 2_000).map((codes) => codes.map((code) => String.fromCodePoint(code)).join(""));
    const { rows } = await database.pool.query<{ folded: string }>(
      "select fold_text(t) as folded from unnest($1::text[]) with ordinality as given(t, place) order by place",
      [texts],
    );
    expect(rows.map(({ folded }) => folded)).toEqual(texts.map(foldText));
  });
});
