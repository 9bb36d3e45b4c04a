import {
  type Cell,
  isTextCell,
  plainText,
  type ReportBlock,
  type ReportColumn,
  type Runs,
} from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";

/**
 * Approximate number of characters in one line of small print on an upright page, measured in Lao
 * and English.
 */
const lineLength = 100;

/** Characters of a mark behind a text, with its brackets. */
const markLength = 12;

/** Number of lines that the runs take if a line holds `length` characters. */
function linesOfRuns(runs: Runs, length: number): number {
  const marks = runs.reduce((sum, run) => sum + (run.marks?.length ?? 0), 0);
  return plainText(runs)
    .split("\n")
    .map((line, index, all) => lengthOf(line) + (index === all.length - 1 ? marks * markLength : 0))
    .reduce((sum, taken) => sum + Math.max(1, Math.ceil(taken / length)), 0);
}

/**
 * Length in Latin letters. Lao letters are wider, and vowels and tone marks above and below the
 * line take no room.
 */
function lengthOf(text: string): number {
  const spaced = text.replace(/\p{Mn}/gu, "");
  const lao = spaced.match(/\p{Script=Lao}/gu)?.length ?? 0;
  return spaced.length + lao * 0.2;
}

/** Number of lines of a table row, which is that of its longest cell. */
export function linesOfRow(columns: readonly Pick<ReportColumn, "width">[], cells: readonly Cell[]): number {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return cells.reduce<number>((most, cell, index) => {
    // Two characters less for the padding of the cell.
    const length = Math.max(4, ((columns[index]?.width ?? 0) / whole) * lineLength - 2);
    return isTextCell(cell) ? Math.max(most, linesOfRuns(cell, length)) : most;
  }, 1);
}

/** Number of lines of a list item. */
const linesOfItem = (runs: Runs) => linesOfRuns(runs, lineLength - 4);

/** A part of a page: the number of lines of each of its rows, and the lines reserved for it. */
type Part = { readonly lines: readonly number[]; readonly share: number };

/**
 * Number of rows, counted from the first, that fit into the free lines, and the number of lines
 * left.
 */
function filling(lines: readonly number[], free: number): { count: number; left: number } {
  let left = free;
  let count = 0;
  for (const one of lines) {
    if (one > left) break;
    left -= one;
    count += 1;
  }
  return { count, left };
}

/**
 * Divides a page. Each part gets its reserved lines; unused ones go to the other parts in their
 * order.
 * @returns how many rows of each part fit, and the number of unused lines
 */
export function dividePage(parts: readonly Part[]): { counts: number[]; left: number } {
  const own = parts.map(({ lines, share }) => filling(lines, share));
  let left = own.reduce((sum, part) => sum + part.left, 0);
  const counts = own.map(({ count }, index) => {
    const more = filling(parts[index]?.lines.slice(count) ?? [], left);
    left = more.left;
    return count + more.count;
  });
  return { counts, left };
}

/**
 * Cuts runs between two words, with "…" if something is left out. Lao is written without spaces, so
 * its word boundaries come from Intl.Segmenter.
 * @param most maximum number of characters
 */
export function clippedRuns(runs: Runs, most: number): Runs {
  let left = most;
  const clipped: Runs[number][] = [];
  for (const run of runs) {
    if (left <= 0) break;
    clipped.push({ ...run, text: run.text.length > left ? cutText(run.text, left, run.lang) : run.text });
    left -= run.text.length;
  }
  return clipped;
}

function cutText(text: string, most: number, lang: Locale): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(lang, { granularity: "word" }).segment(text)) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/**
 * Cuts lists to a total number of lines, divided equally between them.
 * @returns the blocks, and the number of items left out
 */
export function fittedLists(blocks: readonly ReportBlock[], lines: number) {
  const lists = blocks.flatMap((block, at) => {
    if (block.kind === "list") return [{ at, lines: block.items.map(linesOfItem) }];
    if (block.kind !== "decisions_sought") return [];
    return [{ at, lines: block.items.map(({ runs, reference }) => linesOfItem([...runs, ...(reference ?? [])])) }];
  });
  const { counts } = dividePage(lists.map((list) => ({ lines: list.lines, share: Math.floor(lines / lists.length) })));
  const fitted = [...blocks];
  let leftOut = 0;
  for (const [index, { at, lines: all }] of lists.entries()) {
    const count = counts[index] ?? 0;
    leftOut += all.length - count;
    const block = blocks[at];
    if (block?.kind === "list") fitted[at] = { ...block, items: block.items.slice(0, count) };
    if (block?.kind === "decisions_sought") fitted[at] = { ...block, items: block.items.slice(0, count) };
  }
  return { blocks: fitted, leftOut };
}
