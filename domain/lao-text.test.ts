import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, hasLao, isBlank, isStorable, plainDigits } from "./lao-text";

const lao = fc
  .array(fc.integer({ min: 0x0e81, max: 0x0edf }).map((code) => String.fromCodePoint(code)))
  .map((letters) => letters.join(""));
const anyText = fc.oneof(lao, fc.string({ unit: "binary" }), fc.string());

describe("text from outside", () => {
  it("loses control and bidi characters, and nothing else", () => {
    expect(cleanText("  a\u0007b\u202ec\u2066d\u009f \n")).toBe("abcd");
    expect(cleanText("one\ntwo\tthree")).toBe("one\ntwo\tthree");
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(text)).not.toMatch(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  it.each([
    ["a zero-width space", "\u200b"],
    ["a word joiner", "\u2060"],
    ["a Hangul filler", "\u3164"],
    ["an empty Braille pattern", "\u2800"],
    ["a soft hyphen", "\u00ad"],
    ["a mark of direction", "\u200e\u200f"],
    ["a byte order mark", "\ufeff"],
    ["a joiner", "\u200d\u200c"],
    ["a selector", "\ufe0f"],
    ["a tag", "\u{e0041}"],
    ["several between spaces", " \u200b \u00a0\u2800\n\u3164 "],
  ])("is no content if it is only %s, which both ends lose", (_what, mark) => {
    expect(cleanText(mark)).toBe("");
    expect(isBlank(mark)).toBe(true);
    expect(cleanText(`${mark}ແຜນ${mark.replace(/[\ufe0f\u{e0041}]/gu, "")}`)).toBe("ແຜນ");
  });

  it("keeps the marks inside words, and what ends an emoji", () => {
    const family = "👨\u200d👩\u200d👧";
    const flag = "🏴\u{e0067}\u{e0062}\u{e007f}";
    for (const text of ["می\u200cخواهم", "co\u00adoperate", family, "❤\ufe0f", flag])
      expect(cleanText(text)).toBe(text);
  });

  it("loses the joiners of the interface everywhere", () => {
    expect(cleanText("ອາ\u2060ຊຽນ ດິ\u2060ຈິ\u2060ຕອນ")).toBe("ອາຊຽນ ດິຈິຕອນ");
  });

  it("has one kind of line break", () => {
    expect(cleanText("a\r\nb\rc\nd\r\n")).toBe("a\nb\nc\nd");
  });

  it("is cleaned in a time that grows with its length", () => {
    const long = `a${" ".repeat(500_000)}b`;
    expect(cleanText(long)).toBe(long);
    expect(cleanText(" \u200b".repeat(500_000))).toBe("");
  });

  it("cannot be stored with NUL or half a character", () => {
    expect(isStorable("ແຜນວຽກ plan 👩")).toBe(true);
    expect(isStorable("a\u0000b")).toBe(false);
    expect(isStorable("a\ud800b")).toBe(false);
    expect(isStorable("\udc00")).toBe(false);
  });

  it("has its digits in any script", () => {
    expect(plainDigits("໐໑໒໓໔໕໖໗໘໙ ๐๑๒๓๔๕๖๗๘๙ ０１２３４５６７８９")).toBe("0123456789 0123456789 0123456789");
    expect(plainDigits("ປີ ໒໐໒໓, 12.5")).toBe("ປີ 2023, 12.5");
  });

  it("has Lao or has none", () => {
    expect(hasLao("ADGMIN ຄັ້ງທີ 03")).toBe(true);
    expect(hasLao("ไทย ADGMIN")).toBe(false);
  });
});
