import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffText, unitsOf } from "./text-diff";

/** `[-removed-]` and `{+added+}` in the running text. */
const marked = (before: string, after: string) =>
  diffText(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`))
    .join("");

describe("units", () => {
  it("are words, signs by themselves, and Lao clusters", () => {
    expect(unitsOf("A study, in 2024.")).toEqual(["A ", "study", ", ", "in ", "2024", "."]);
    expect(unitsOf("ກຳລັງດຳເນີນ")).toEqual(["ກຳ", "ລັ", "ງ", "ດຳ", "ເນີ", "ນ"]);
    expect(unitsOf("ເກົ່າ ໃໝ່")).toEqual(["ເກົ່າ ", "ໃໝ່"]);
    expect(unitsOf("  ")).toEqual([]);
  });
});

describe("the difference", () => {
  it.each([
    ["the same", "the same", "the same"],
    ["", "new text", "{+new text+}"],
    ["old text", "", "[-old text-]"],
    ["a study of ports", "a study of all ports", "a study of {+all +}ports"],
    ["a long study of ports", "a study of ports", "a [-long -]study of ports"],
    ["two workshops in May", "three workshops in June", "[-two -]{+three +}workshops in [-May-]{+June+}"],
    ["the end", "the end.", "the end{+.+}"],
    ["ກອງປະຊຸມ", "ກອງປະຊຸມໃຫຍ່", "ກອງປະຊຸມ{+ໃຫຍ່+}"],
    ["ສຳລັບປີເກົ່າ", "ສຳລັບປີໃໝ່", "ສຳລັບປີ[-ເກົ່າ-]{+ໃໝ່+}"],
  ])("of %j and %j", (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it("is nothing where only space differs", () => {
    expect(diffText("one  two\nthree", "one two three ")).toEqual([{ kind: "same", text: "one two three " }]);
  });

  const words = fc.array(fc.constantFrom("study", "port", "ກອງ", "ປີ", "of", ",", "ໃໝ່"), { maxLength: 30 });

  it("without what was added reads as before, and without what was removed as after", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffText(before.join(" "), after.join(" "));
        const without = (kind: string) =>
          parts.flatMap((part) => (part.kind === kind ? [] : unitsOf(part.text).map((unit) => unit.trimEnd())));
        const plain = (text: string) => unitsOf(text).map((unit) => unit.trimEnd());
        expect(without("added")).toEqual(plain(before.join(" ")));
        expect(without("removed")).toEqual(plain(after.join(" ")));
      }),
    );
  });

  it("keeps any common subsequence, as long as there is one", () => {
    fc.assert(
      fc.property(words, words, (before, extra) => {
        const after = before.flatMap((word, index) => (extra[index] ? [word, `x${index}`] : [word]));
        expect(diffText(before.join(" "), after.join(" ")).some(({ kind }) => kind === "removed")).toBe(false);
      }),
    );
  });

  it("of two long texts without a common word is found in time", () => {
    const [before, after] = ["ກ".repeat(5000), "ຂ".repeat(5000)];
    expect(diffText(before, after).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
