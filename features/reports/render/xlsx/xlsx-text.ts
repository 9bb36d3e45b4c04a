import type ExcelJS from "exceljs";
import { hasLao } from "@/domain/lao-text";
import type { LaoFont } from "@/domain/report-model";
import { fileText, visibleLength } from "../script-parts";

/** Text for one cell: without characters that a file cannot hold, within Excel's length limit. */
export function sheetText(text: string): string {
  return fileText(text).slice(0, 32_767);
}

/**
 * Escapes a text for the file format (ST_Xstring): `_xHHHH_` represents a character. A carriage
 * return, which XML would turn into a line feed, and a text that looks like such a code are thus
 * read back unchanged.
 */
export function storedText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}[_\r])/g, "_x005F_").replaceAll("\r", "_x000D_");
}

/**
 * Line heights in points. Stacked Lao marks need more than Excel's default, or wrapped Lao is
 * clipped.
 */
const linePoints = { lao: 18, latin: 14 } as const;
const cellPadding = 4;
/** Excel's maximum row height. */
const highest = 409;

/**
 * Assumed length of a Lao word. Lao has no spaces and is broken by dictionary, so a line may end
 * this many letters early.
 */
const laoWordLength = 6;

function stretchesOf(word: string): number[] {
  const length = visibleLength(word);
  if (!hasLao(word) || length <= laoWordLength) return [length];
  const whole = Array.from({ length: Math.floor(length / laoWordLength) }, () => laoWordLength);
  return length % laoWordLength === 0 ? whole : [...whole, length % laoWordLength];
}

/** Number of lines of the text in a column of that many characters. */
export function countLines(text: string, columnWidth: number): number {
  const room = Math.max(1, columnWidth - 1);
  return text.split(/\r\n?|\n/).reduce((lines, paragraph) => {
    let used = 0;
    let count = 1;
    for (const [index, word] of paragraph.split(" ").entries()) {
      if (index > 0) used += 1;
      for (const length of stretchesOf(word)) {
        if (used > 0 && used + length > room) {
          count += 1;
          used = 0;
        }
        count += Math.max(0, Math.ceil(length / room) - 1);
        used += length;
      }
    }
    return lines + count;
  }, 0);
}

/** Row height that the text needs, in points. `size` is the font size. */
export function textHeight(text: string, columnWidth: number, size = 10): number {
  const line = (hasLao(text) ? linePoints.lao : linePoints.latin) * (size / 10);
  return Math.min(highest, countLines(text, columnWidth) * line + cellPadding);
}

/**
 * A cell has one font: the Lao one if the text contains any Lao, since it has Latin letters as
 * well.
 */
export function fontFor(text: string, laoFont: LaoFont, more: Partial<ExcelJS.Font> = {}): Partial<ExcelJS.Font> {
  return { name: hasLao(text) ? laoFont : "Arial", size: 10, ...more };
}
