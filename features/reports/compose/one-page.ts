import {
  type Cell,
  isTextCell,
  plainText,
  type ReportBlock,
  type ReportColumn,
  type Runs,
} from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";

/** About as many characters as one line of small print holds on an upright page; measured in Lao and English. */
const lineLength = 100;

/** How many lines runs take where a line holds so many characters. */
function linesOfRuns(runs: Runs, length: number): number {
  return plainText(runs)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / length)), 0);
}

/** Characters that take room: Lao vowels and tone marks above and below the line take none. */
const lengthOf = (text: string) => text.replace(/\p{Mn}/gu, "").length;

/** How many lines a row of a table takes: those of its longest cell. */
export function linesOfRow(columns: readonly Pick<ReportColumn, "width">[], cells: readonly Cell[]): number {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return cells.reduce<number>((most, cell, index) => {
    // A part of each cell is its edge.
    const length = Math.max(4, ((columns[index]?.width ?? 0) / whole) * lineLength - 2);
    return isTextCell(cell) ? Math.max(most, linesOfRuns(cell, length)) : most;
  }, 1);
}

/** How many lines a paragraph or an item of a list takes. */
export const linesOfItem = (runs: Runs) => linesOfRuns(runs, lineLength - 4);

/** The lines of a page that are still free. */
export type Room = {
  /** @returns the first of them, as many as fit into the share and what others left of theirs */
  take: <T>(all: readonly T[], share: number, linesOf: (one: T) => number) => T[];
};

/** A page on which each part has its share of lines, and hands on what it does not need. */
export function roomOfPage(): Room {
  let spare = 0;
  return {
    take: (all, share, linesOf) => {
      let free = share + spare;
      const end = all.findIndex((one) => {
        const lines = linesOf(one);
        if (lines > free) return true;
        free -= lines;
        return false;
      });
      spare = free;
      return end < 0 ? [...all] : all.slice(0, end);
    },
  };
}

/**
 * Runs cut between two words, with "…" where something is left out. Lao is written without spaces between words, so they are looked up.
 * @param most characters
 */
export function clippedRuns(runs: Runs, most: number): Runs {
  let left = most;
  const kept: Runs[number][] = [];
  for (const run of runs) {
    if (left <= 0) break;
    kept.push({ ...run, text: run.text.length > left ? cutText(run.text, left, run.lang) : run.text });
    left -= run.text.length;
  }
  return kept;
}

function cutText(text: string, most: number, lang: Locale): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(lang, { granularity: "word" }).segment(text)) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Lists cut to what there is room for. @returns the blocks, and how many items are left out */
export function fittedLists(blocks: readonly ReportBlock[], room: Room, share: number) {
  let leftOut = 0;
  const fitted = blocks.map((block): ReportBlock => {
    if (block.kind === "list") {
      const items = room.take(block.items, share, linesOfItem);
      leftOut += block.items.length - items.length;
      return { ...block, items };
    }
    if (block.kind === "decisions_sought") {
      const items = room.take(block.items, share, ({ runs, reference }) =>
        linesOfItem([...runs, ...(reference ?? [])]),
      );
      leftOut += block.items.length - items.length;
      return { ...block, items };
    }
    return block;
  });
  return { blocks: fitted, leftOut };
}
