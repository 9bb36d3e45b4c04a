import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, searchWords } from "./fold-text";

const lao = fc
  .array(fc.integer({ min: 0x0e01, max: 0x0edf }).map((code) => String.fromCodePoint(code)))
  .map((letters) => letters.join(""));
const anyText = fc.oneof(lao, fc.string({ unit: "binary" }), fc.string());

describe("spellings of one word fold to one text", () => {
  it.each([
    ["short and long i", "ດິຈິຕອນ", "ດີຈິຕອນ"],
    ["short and long a of a loan word", "ອາວຸໂສ", "ອະວຸໂສ"],
    ["short and long ue", "ສືບຕໍ່", "ສຶບຕໍ່"],
    ["a doubled tone", "ຈັດຕັ້ງ", "ຈັດຕັ້ັ້ງ".replace("ັ້ັ້", "ັ້້")],
    ["a missing tone", "ຈັດຕັ້ງ", "ຈັດຕັງ"],
    ["the year", "ປີ", "ປິ"],
    ["am as one sign or two", "ກຳນົດ", "ກ\u0ecd\u0eb2ນົດ"],
    ["ho no", "ໜ່ວຍງານ", "ຫນ່ວຍງານ"],
    ["ho mo", "ໝວດ", "ຫມວດ"],
    ["ho lo", "ຫຼາຍ", "ຫລາຍ"],
    ["a no-break space", "ແຜນ\u00a0ວຽກ", "ແຜນ ວຽກ"],
    ["a zero-width space", "ແຜນ\u200bວຽກ", "ແຜນວຽກ"],
    ["a word joiner", "ດິ\u2060ຈິ\u2060ຕອນ", "ດິຈິຕອນ"],
    ["a bidi control", "ແຜນ\u202eວຽກ", "ແຜນວຽກ"],
    ["capitals", "ADGMIN", "adgmin"],
    ["accents", "café", "cafe"],
    ["composed and decomposed", "caf\u00e9", "cafe\u0301"],
    ["full width", "ＡＳＥＡＮ", "asean"],
    ["spaces", "  two \t words ", "two words"],
    ["two letters for one vowel", "ເເຜນງານ", "ແຜນງານ"],
    ["a doubled vowel sign", "ກິິດຈະກຳ", "ກິດຈະກຳ"],
    ["a doubled vowel of two signs", "ກິດຈະກຳຳ", "ກິດຈະກຳ"],
    ["a doubled vowel", "ການນຳໃຊ້້", "ການນຳໃຊ້"],
    ["Thai letters", "แผนงาน", "ແຜນງານ"],
    ["a Thai final letter", "ดิจิตอล", "ດິຈິຕອນ"],
    ["a Thai vowel of a Lao word", "ກ\u0e34ດຈະກຳ", "ກິດຈະກຳ"],
    ["a Thai tone", "ໜ\u0e48ວຍງານ", "ໜ່ວຍງານ"],
    ["a Thai short vowel", "ເຕ\u0e47ກໂນໂລຊີ", "ເຕັກໂນໂລຊີ"],
    ["a Thai name", "อาเซียน", "ອາຊຽນ"],
    ["Lao digits", "ປີ ໒໐໒໓", "ປີ 2023"],
    ["Thai digits", "๒๐๒๓", "2023"],
    ["a leading zero", "ຄັ້ງທີ 3", "ຄັ້ງທີ 03"],
    ["leading zeros of Lao digits", "ຄັ້ງທີ ໐໐໗", "ຄັ້ງທີ 7"],
    ["zeros of a code", "23-1", "23–01"],
    ["ຣ as ລ", "ອາເມຣິກາ", "ອາເມລິກາ"],
    ["ຣ as ລ at the beginning", "ຣັດເຊຍ", "ລັດເຊຍ"],
    ["ລ at the end", "ດິຈິຕອລ", "ດິຈິຕອນ"],
    ["ລ at the end within a text", "ຂໍ້ມູລລວມ", "ຂໍ້ມູນລວມ"],
    ["ຣ at the end", "ຟອຣ໌ມ".replace("ຣ໌ມ", "ຣ"), "ຟອນ"],
    ["ລ before a word that begins with ອ", "ດິຈິຕອລອາຊຽນ", "ດິຈິຕອນອາຊຽນ"],
    ["two signs for ຽ", "ອາຊັຽນ", "ອາຊຽນ"],
    ["two signs for ຽ with a tone", "ວັ້ຽກ", "ວຽກ"],
    ["a vowel before the sign of ຫຼ", "ຫ\u0eb4\u0ebcນ", "ຫ\u0ebc\u0eb4ນ"],
    ["a vowel before the sign, with a tone", "ຫ\u0eb1\u0ec9\u0ebcກ", "ຫ\u0ebc\u0eb1\u0ec9ກ"],
    ["ຢ of a loan word", "ເຕັກໂນໂລຢີ", "ເຕັກໂນໂລຊີ"],
    ["ຈ of a loan word", "ເຕັກໂນໂລຈີ", "ເຕັກໂນໂລຊີ"],
    ["ຢ of another loan word", "ຍຸດທະສາດສະຕາເຕຢີ", "ຍຸດທະສາດສະຕາເຕຊີ"],
    ["ຢ of a third loan word", "ເອເຢນຊີ", "ເອເຊນຊີ"],
    ["an en dash", "ADGSOM-ATRC", "ADGSOM–ATRC"],
    ["an em dash", "ASEAN—China", "ASEAN-China"],
    ["a minus and a non-breaking hyphen", "ASEAN−Japan", "ASEAN\u2011Japan"],
    ["a dash with spaces between years", "2023 - 2024", "2023–2024"],
    ["a soft hyphen", "cyber\u00adsecurity", "cybersecurity"],
    ["a hyphen in a word", "egovernment", "e-government"],
    ["a compound of one letter", "e government", "e-government"],
    ["another compound of one letter", "E-Commerce", "e commerce"],
    ["curly apostrophes", "ASEAN's", "ASEAN’s"],
    ["another curly apostrophe", "Member States‘", "Member States'"],
    ["an acute accent as an apostrophe", "ASEAN´s", "ASEAN's"],
    ["curly quotes", "“Digital” ASEAN", '"Digital" ASEAN'],
    ["full stops of a Lao abbreviation", "ສ.ປ.ປ", "ສປປ"],
    ["full stops of an English abbreviation", "U.S.A.", "USA"],
  ])("%s", (_name, one, other) => {
    expect(foldText(one)).toBe(foldText(other));
    expect(foldText(one)).not.toBe("");
  });

  it("keeps different words apart", () => {
    expect(foldText("ປີ")).not.toBe(foldText("ປາ"));
    expect(foldText("ແຜນ")).not.toBe(foldText("ແທນ"));
  });

  it.each([
    ["ໃຫ້", "ໄຫ້"],
    ["ຮັບ", "ລັບ"],
    ["ຮ່າງ", "ລ່າງ"],
    ["ຢາກ", "ຍາກ"],
    ["ລວມ", "ນວມ"],
    ["ລອງ", "ນອງ"],
    ["ແຫຼ່ງ", "ແໜ່ງ"],
    ["ຊຸມ", "ຢຸມ"],
    ["3.2", "32"],
    ["3.1", "3.10"],
    ["23-1", "231"],
    ["10", "1"],
    ["0.05", "0.5"],
  ])("%s is not %s", (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });
});

describe("folding", () => {
  it("a second time changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it("makes nothing of normal forms", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
      }),
    );
  });

  it("ends without edges, double spaces or invisible characters", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text)).not.toMatch(/^\s|\s$|\s{2}|\p{Cf}/u);
      }),
    );
  });
});

describe("the words of a search", () => {
  it("reads a letter in both of its ways", () => {
    expect(searchWords("ໂຣງຮຽນ")).toEqual([{ readings: ["ໂລງຮຽນ", "ໂຮງຮຽນ"], isUnspaced: true }]);
    expect(searchWords("ໂຣງຮຽນອາເມຣິກາ")[0]?.readings).toContain(foldText("ໂຮງຮຽນອາເມລິກາ"));
    expect(searchWords("ยืนยัน")[0]?.readings).toContain(foldText("ຢືນຢັນ"));
  });

  it("leaves out what is no word, and what is too much", () => {
    expect(searchWords(" ASEAN - China ")).toEqual([
      { readings: ["asean"], isUnspaced: false },
      { readings: ["china"], isUnspaced: false },
    ]);
    expect(searchWords("-")).toEqual([]);
    expect(searchWords("one two three four five six seven eight nine")).toHaveLength(8);
  });
});
