import {
  type Cell,
  isDayCell,
  isTextCell,
  plainText,
  type ReportModel,
  reportTables,
  rowMarks,
} from "@/domain/report-model";
import { fileText } from "./script-parts";

/**
 * Spreadsheets run a text as a formula when it begins with one of these (also full-width, or after a tab or CR).
 * Such a text gets an apostrophe; so does one that already looks guarded, or reading back could not tell them apart.
 */
const guarded = /^'*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/;

/** A text as it may stand in a CSV cell. Never for numbers: a negative number stays a number. */
export function guardCsvText(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

/** What `guardCsvText` was given: exactly one apostrophe goes, and only where one was added. */
export function unguardCsvText(text: string): string {
  return text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Rows of texts (guarded, without what no file can hold) and numbers as CSV: UTF-8 with BOM, so that Excel reads Lao; CRLF ends each row. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  const line = (row: readonly (string | number)[]) =>
    row.map((field) => quote(typeof field === "number" ? String(field) : guardCsvText(fileText(field)))).join(",");
  return `\uFEFF${rows.map((row) => `${line(row)}\r\n`).join("")}`;
}

function csvField(cell: Cell): string | number {
  if (cell === null) return "";
  if (typeof cell === "number") return cell;
  if (isDayCell(cell)) return cell.day;
  return isTextCell(cell) ? plainText(cell) : "";
}

/**
 * The tables of a report as one CSV: the union of their columns, days as YYYY-MM-DD, percentages as 0-100, and behind
 * them whether the row is a sample and which texts are translations. Several tables are told apart by a first column.
 */
export function renderCsv(model: ReportModel): Uint8Array {
  const tables = reportTables(model);
  const headings = new Map<string, string>();
  for (const table of tables) {
    for (const column of table.columns) {
      if (headings.has(column.key)) continue;
      headings.set(column.key, column.kind === "percent" ? `${column.heading} (%)` : column.heading);
    }
  }
  const several = tables.length > 1;
  const { words } = model;
  const head = [...(several ? [words.partColumn] : []), ...headings.values(), words.sampleColumn, words.marksColumn];
  const body = tables.flatMap((table) =>
    table.rows.map((row) => {
      const byKey = new Map(table.columns.map((column, index) => [column.key, row.cells[index] ?? null]));
      return [
        ...(several ? [table.name] : []),
        ...[...headings.keys()].map((key) => csvField(byKey.get(key) ?? null)),
        row.isSample ? words.marks.sample : "",
        rowMarks(table, row, words),
      ];
    }),
  );
  return new TextEncoder().encode(toCsv([head, ...body]));
}
