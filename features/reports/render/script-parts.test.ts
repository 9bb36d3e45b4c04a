import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileLines, fileText, scriptParts, visibleLength } from "./script-parts";

const mixed = fc.string({ unit: fc.constantFrom("ກ", "ຳ", "່", "ADGSOM", "4", " ", "(", "“", "\u200B", "é", "😀") });

describe("scriptParts", () => {
  it("splits where the font changes; digits and signs are Latin, spaces belong to the part before them", () => {
    expect(scriptParts("ກອງປະຊຸມ ADGSOM-4 ຄັ້ງທີ 04")).toEqual([
      { text: "ກອງປະຊຸມ ", isLao: true },
      { text: "ADGSOM-4 ", isLao: false },
      { text: "ຄັ້ງທີ ", isLao: true },
      { text: "04", isLao: false },
    ]);
    expect(scriptParts("")).toEqual([]);
  });

  it("neither loses nor reorders text, and puts no Lao letter into a Latin part", () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const parts = scriptParts(text);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        for (const part of parts) if (!part.isLao) expect(part.text).not.toMatch(/\p{Script=Lao}/u);
        for (const part of parts) if (part.isLao) expect(part.text).not.toMatch(/[A-Za-z0-9]/);
      }),
    );
  });
});

describe("fileText", () => {
  it("drops characters that XML cannot hold and joiners, and leaves the rest", () => {
    expect(fileText("a\u0000b\u0008c\uFFFFd\uD800e")).toBe("abcde");
    expect(fileText("ອາ\u2060ຊຽນ 😀\tx")).toBe("ອາຊຽນ 😀\tx");
  });

  it("recognises every kind of line break", () => {
    expect(fileLines("a\r\nb\rc\nd")).toEqual(["a", "b", "c", "d"]);
  });
});

describe("visibleLength", () => {
  it("does not count marks above and below letters", () => {
    expect(visibleLength("ທີ່")).toBe(1);
    expect(visibleLength("ກິດຈະກຳ")).toBe(6);
    expect(visibleLength("Plan")).toBe(4);
  });
});
