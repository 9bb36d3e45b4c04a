import { type Cell, type ColumnKind, isDayCell, type Runs } from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { documentDay, formatNumber, formatPercent } from "@/i18n/format";

/** Shown for a missing value, so that the gap is visible. */
const nothing = "–";

/**
 * A cell as text: days as dd/mm/yyyy, as in official documents, numbers in the language of the
 * report. The heading of a column names its currency. Text keeps
 * its languages and marks.
 */
export function paperCell(cell: Cell, kind: ColumnKind, language: Locale): Runs {
  const words = (text: string): Runs => [{ text, lang: language }];
  if (cell === null) return words(nothing);
  if (typeof cell === "number") {
    return words(kind === "percent" ? formatPercent(cell, language) : formatNumber(cell, language));
  }
  if (isDayCell(cell)) return words(documentDay(cell.day));
  return cell.length === 0 ? words(nothing) : cell;
}
