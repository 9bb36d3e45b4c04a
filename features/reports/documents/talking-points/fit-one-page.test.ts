import { describe, expect, it } from "vitest";
import { clippedRuns, dividePage, fittedLists, linesOfRow } from "./fit-one-page";

const en = (text: string) => [{ lang: "en" as const, text }];
const columns = [{ width: 50 }, { width: 50 }];

describe("dividing a page", () => {
  it("gives each part its reserved lines, and unused ones to the others in their order", () => {
    const part = (lines: number[], share: number) => ({ lines, share });
    expect(dividePage([part([1, 1], 10), part([4, 6, 1], 2)])).toEqual({ counts: [2, 2], left: 0 });
    expect(dividePage([part([4, 4, 4], 5), part([1], 8)])).toEqual({ counts: [3, 1], left: 0 });
    expect(dividePage([part([3, 1], 2), part([3], 3)])).toEqual({ counts: [0, 1], left: 2 });
    expect(dividePage([part([], 5)])).toEqual({ counts: [0], left: 5 });
  });

  it("counts the lines of the longest cell; marks above and below Lao letters take no room", () => {
    expect(linesOfRow(columns, [en("short"), en("x".repeat(97))])).toBe(3);
    expect(linesOfRow(columns, [en("one\ntwo"), null])).toBe(2);
    expect(linesOfRow(columns, [[{ lang: "lo", text: "ກີ່".repeat(40) }], null])).toBe(1);
  });

  it("cuts between words, also in Lao, and adds an ellipsis", () => {
    expect(clippedRuns(en("Two workshops were held"), 30)).toEqual(en("Two workshops were held"));
    expect(clippedRuns(en("Two workshops were held"), 15)).toEqual(en("Two workshops…"));
    const [cut] = clippedRuns([{ lang: "lo", text: "ຈັດກອງປະຊຸມແລ້ວ", marks: ["sample"] }], 13);
    expect(cut).toEqual({ lang: "lo", text: "ຈັດກອງປະຊຸມ…", marks: ["sample"] });
  });

  it("cuts lists to the available lines and counts the rest", () => {
    const items = [en("a"), en("b"), en("c")];
    const { blocks, leftOut } = fittedLists([{ kind: "list", items }], 2);
    expect(blocks).toEqual([{ kind: "list", items: items.slice(0, 2) }]);
    expect(leftOut).toBe(1);
    const sought = { kind: "decisions_sought" as const, items: items.map((runs) => ({ runs })), empty: en("None") };
    expect(fittedLists([{ kind: "list", items }, sought], 4)).toEqual({
      blocks: [
        { kind: "list", items: items.slice(0, 2) },
        { ...sought, items: sought.items.slice(0, 2) },
      ],
      leftOut: 2,
    });
  });
});
