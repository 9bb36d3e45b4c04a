import { describe, expect, it } from "vitest";
import { countWords, excerptOf, markedParts } from "./marked-text";

/** The text with its marked pieces in brackets. */
const marked = (text: string, typed: string) =>
  markedParts(text, typed)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join("");

describe("the searched words in a text", () => {
  it.each([
    ["one word", "Study on digital identity", "identity", "Study on digital [identity]"],
    ["a part of a word", "Study on digital identity", "ident", "Study on digital [ident]ity"],
    ["several words", "Study on digital identity", "identity study", "[Study] on digital [identity]"],
    ["another case", "ASEAN Guide", "asean", "[ASEAN] Guide"],
    ["every place", "ASEAN plan of ASEAN", "asean", "[ASEAN] plan of [ASEAN]"],
    ["a number as a whole", "Meetings 13, 35 and 3", "3", "Meetings 13, 35 and [3]"],
    ["Lao digits", "ຄັ້ງທີ ໐໓ ແລະ ໑໓", "3", "ຄັ້ງທີ [໐໓] ແລະ ໑໓"],
    [
      "a code",
      "ASEAN Digital Ministers’ Meeting 3 (ADGMIN-3)",
      "ADGMIN-3",
      "ASEAN Digital Ministers’ Meeting 3 ([ADGMIN-3])",
    ],
    ["a compound", "On e-government", "egovernment", "On [e-government]"],
    ["an apostrophe", "ASEAN’s plan", "ASEAN's", "[ASEAN’s] plan"],
    ["long vowels typed short", "ດ້ານດິຈິຕອນໃນ", "ດີຈີຕອນ", "ດ້ານ[ດິຈິຕອນ]ໃນ"],
    ["a tone mark that was not typed", "ຂໍ້ມູນ", "ຂໍມູນ", "[ຂໍ້ມູນ]"],
    ["a final letter", "ດ້ານດິຈິຕອນ", "ດິຈິຕອລ", "ດ້ານ[ດິຈິຕອນ]"],
    ["a space within a compound", "ດິຈິຕອນ ອາຊຽນ 2025", "ດິຈິຕອນອາຊຽນ", "[ດິຈິຕອນ ອາຊຽນ] 2025"],
    ["two readings of a letter", "ສະຫະລັດ ອາເມລິກາ", "ອາເມຣິກາ", "ສະຫະລັດ [ອາເມລິກາ]"],
    ["Thai letters", "ແຜນງານ", "แผน", "[ແຜນ]ງານ"],
    ["nothing", "Study", "zebra", "Study"],
  ])("%s", (_name, text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  it("leaves the text as it is, whatever is typed", () => {
    const text = "ການສຶກສາ – “Digital” 23-01 ໑໒ 👩‍👩‍👧 e\u0301";
    for (const typed of ["", " ", "(", "ກ", "1", "e", "digital ສ", "👩"])
      expect(
        markedParts(text, typed)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
  });
});

it("an excerpt is cut around the first word that it contains", () => {
  const text = `${"before ".repeat(60)}needle ${"after ".repeat(60)}`;
  const excerpt = excerptOf(text, "needle");
  expect(excerpt).toMatch(/^…before .*needle after.*…$/);
  expect(excerpt.length).toBeLessThan(220);
  expect(excerptOf("short needle", "needle")).toBe("short needle");
  const lao = `${"ການສຶກສາ".repeat(40)}ຕົວຕົນ${"ການສຶກສາ".repeat(40)}`;
  expect(excerptOf(lao, "ຕົວຕົນ")).toContain("ຕົວຕົນ");
  expect(countWords(text, "needle after zebra")).toBe(2);
});
