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
 * About as many characters as one line of small print holds on an upright page; measured in Lao and
 * English.
 */
const lineLength = 100;

/** A mark behind a text, with its brackets. */
const markLength = 12;

/** How many lines runs take where a line holds so many characters. */
function linesOfRuns(runs: Runs, length: number): number {
  const marks = runs.reduce((sum, run) => sum + (run.marks?.length ?? 0), 0);
  return plainText(runs)
    .split("\n")
    .map((line, index, all) => lengthOf(line) + (index === all.length - 1 ? marks * markLength : 0))
    .reduce((sum, taken) => sum + Math.max(1, Math.ceil(taken / length)), 0);
}

/**
 * In Latin letters: Lao ones are wider, and their vowels and tone marks above and below the line
 * take no room.
 */
function lengthOf(text: string): number {
  const spaced = text.replace(/\p{Mn}/gu, "");
  const lao = spaced.match(/\p{Script=Lao}/gu)?.length ?? 0;
  return spaced.length + lao * 0.2;
}

/** How many lines a row of a table takes: those of its longest cell. */
export function linesOfRow(columns: readonly Pick<ReportColumn, "width">[], cells: readonly Cell[]): number {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return cells.reduce<number>((most, cell, index) => {
    // A part of each cell is its edge.
    const length = Math.max(4, ((columns[index]?.width ?? 0) / whole) * lineLength - 2);
    return isTextCell(cell) ? Math.max(most, linesOfRuns(cell, length)) : most;
  }, 1);
}

/** How many lines an item of a list takes. */
const linesOfItem = (runs: Runs) => linesOfRuns(runs, lineLength - 4);

/** A part of a page: the lines that each of its rows takes, and how many it has a right to. */
type Part = { readonly lines: readonly number[]; readonly share: number };

/** How many of the rows, from the first on, fit into so many lines; and how many lines are left. */
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
 * Divides a page: each part has its share of lines, and what one does not need goes to the others
 * in their order.
 * @returns how many rows of each part there is room for, and the lines that nobody needs
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
 * Runs cut between two words, with "…" where something is left out. Lao is written without spaces
 * between words, so they are looked up.
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

/**
 * Lists cut to so many lines together, half of them for each of two. @returns the blocks, and how
 * many items are left out
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
