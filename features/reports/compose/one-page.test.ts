import { describe, expect, it } from "vitest";
import { clippedRuns, fittedLists, linesOfRow, roomOfPage } from "./one-page";

const en = (text: string) => [{ lang: "en" as const, text }];
const columns = [{ width: 50 }, { width: 50 }];

describe("a page", () => {
  it("has room for the first rows, and hands on what a part does not need", () => {
    const room = roomOfPage();
    expect(room.take([1, 1], 10, (lines) => lines)).toEqual([1, 1]);
    expect(room.take([4, 6, 1], 2, (lines) => lines)).toEqual([4, 6]);
    expect(room.take([1], 0, (lines) => lines)).toEqual([]);
  });

  it("counts the lines of the longest cell; marks above and below Lao letters take no room", () => {
    expect(linesOfRow(columns, [en("short"), en("x".repeat(97))])).toBe(3);
    expect(linesOfRow(columns, [en("one\ntwo"), null])).toBe(2);
    expect(linesOfRow(columns, [[{ lang: "lo", text: "ກີ່".repeat(48) }], null])).toBe(1);
  });

  it("cuts between words, in Lao too, and says that something is missing", () => {
    expect(clippedRuns(en("Two workshops were held"), 30)).toEqual(en("Two workshops were held"));
    expect(clippedRuns(en("Two workshops were held"), 15)).toEqual(en("Two workshops…"));
    const [cut] = clippedRuns([{ lang: "lo", text: "ຈັດກອງປະຊຸມແລ້ວ", marks: ["sample"] }], 13);
    expect(cut).toEqual({ lang: "lo", text: "ຈັດກອງປະຊຸມ…", marks: ["sample"] });
  });

  it("cuts lists to the room there is and counts the rest", () => {
    const items = [en("a"), en("b"), en("c")];
    const { blocks, leftOut } = fittedLists([{ kind: "list", items }], roomOfPage(), 2);
    expect(blocks).toEqual([{ kind: "list", items: items.slice(0, 2) }]);
    expect(leftOut).toBe(1);
  });
});
