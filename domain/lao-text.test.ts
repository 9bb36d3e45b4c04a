import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, hasLao, isStorable, plainDigits } from "./lao-text";

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
