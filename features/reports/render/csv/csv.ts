import {
  type Cell,
  isDayCell,
  isTextCell,
  plainText,
  type ReportModel,
  type ReportRow,
  type ReportTable,
  type ReportWords,
  reportTables,
  rowMarks,
} from "@/domain/report-model";
import { fileText } from "../script-parts";

/**
 * Spreadsheets treat a text as a formula if it begins with one of these characters (also
 * full-width, or after a tab or CR). Such a text is prefixed with an apostrophe. A text that
 * already begins with apostrophes before such a character is prefixed too; otherwise the guard
 * could not be removed unambiguously.
 */
const guarded = /^'*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/;

/** Guards a text for a CSV cell. Not for numbers: a negative number stays a number. */
export function guardCsvText(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

/** Reverses `guardCsvText`: removes exactly one apostrophe, and only if one was added. */
export function unguardCsvText(text: string): string {
  return text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

const bom = "\uFEFF";

function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  const line = (row: readonly (string | number)[]) =>
    row.map((field) => quote(typeof field === "number" ? String(field) : guardCsvText(fileText(field)))).join(",");
  return rows.map((row) => `${line(row)}\r\n`).join("");
}

/**
 * Formats rows of texts (guarded, without characters that files cannot hold) and numbers as CSV:
 * UTF-8 with BOM, so that Excel reads Lao, and CRLF after each row.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return bom + csvLines(rows);
}

function csvField(cell: Cell): string | number {
  if (cell === null) return "";
  if (typeof cell === "number") return cell;
  if (isDayCell(cell)) return cell.day;
  return isTextCell(cell) ? plainText(cell) : "";
}

/** Headings of all columns of the tables by key, each key once. */
function headingsOf(tables: readonly ReportTable[]): Map<string, string> {
  const headings = new Map<string, string>();
  for (const { key, kind, heading } of tables.flatMap((table) => table.columns)) {
    if (!headings.has(key)) headings.set(key, kind === "percent" ? `${heading} (%)` : heading);
  }
  return headings;
}

type Line = (row: ReportRow) => (string | number)[];

/**
 * Returns a function that turns a row of this table into the fields under `keys`, followed by the
 * marks of the whole row.
 */
function lineOf(table: ReportTable, keys: readonly string[], words: ReportWords): Line {
  const places = keys.map((key) => table.columns.findIndex((column) => column.key === key));
  return (row) => [
    ...places.map((place) => csvField(row.cells[place] ?? null)),
    row.isSample ? words.marks.sample : "",
    rowMarks(table, row, words),
  ];
}

/**
 * Renders the tables of a report as one CSV: the union of their columns, days as YYYY-MM-DD,
 * percentages as 0-100, then whether the row is a sample and which texts are translations. If there
 * are several tables, a first column names the table.
 */
export function renderCsv(model: ReportModel): Uint8Array {
  const tables = reportTables(model);
  const { words } = model;
  const headings = headingsOf(tables);
  const isSeveral = tables.length > 1;
  const part = (name: string) => (isSeveral ? [name] : []);
  const head = [...part(words.partColumn), ...headings.values(), words.sampleColumn, words.marksColumn];
  const body = tables.flatMap((table) => {
    const line = lineOf(table, [...headings.keys()], words);
    return table.rows.map((row) => [...part(table.name), ...line(row)]);
  });
  return new TextEncoder().encode(toCsv([head, ...body]));
}

/** Renders one table as CSV in batches of rows. The concatenated parts are the file. */
export function csvByAndBy(table: ReportTable, words: ReportWords) {
  const headings = headingsOf([table]);
  const line = lineOf(table, [...headings.keys()], words);
  const encoder = new TextEncoder();
  return {
    head: encoder.encode(toCsv([[...headings.values(), words.sampleColumn, words.marksColumn]])),
    rows: (rows: readonly ReportRow[]): Uint8Array => encoder.encode(csvLines(rows.map(line))),
  };
}
