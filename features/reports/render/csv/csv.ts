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

const formulaSigns = "=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20";
const months =
  "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?";
/**
 * Texts that spreadsheets turn into something else: a code such as `23-05` or `MAR-1` into a day,
 * `3.10` into 3.1, `007` into 7, `1E5` and numbers of more than 15 digits into another number. A
 * full day (`2023-01-15`) stays one.
 */
const converted = [
  String.raw`(?!\d{4}-\d\d-\d\d$)\d{1,4}([-/.:]\d{1,4}){1,2}`,
  String.raw`0\d+|\d{16,}|\d+(\.\d+)?e\d+`,
  String.raw`(${months})[-/. ]?\d{1,4}|\d{1,4}[-/. ]?(${months})`,
].join("|");
/**
 * Spreadsheets treat a text as a formula if it begins with one of these characters (also
 * full-width, or after a tab or CR). Such a text, and one that would be converted, is prefixed with
 * an apostrophe. A text that already begins with apostrophes before such characters is prefixed
 * too; otherwise the guard could not be removed unambiguously.
 */
const guarded = new RegExp(`^'*([${formulaSigns}\t\r]|(${converted})$)`, "i");
/**
 * The same within a text: a spreadsheet that separates by semicolon or tab, or that does not know
 * our quotes, begins a cell there.
 */
const guardedWithin = `(?=['"]*[${formulaSigns}])`;
const placesToGuard = new RegExp(`(?<=[;\t\r\n])${guardedWithin}`, "g");
const guardsWithin = new RegExp(`(?<=[;\t\r\n])'${guardedWithin}`, "g");

/** Guards a text for a CSV cell. Not for numbers: a negative number stays a number. */
export function guardCsvText(text: string): string {
  const within = text.replace(placesToGuard, "'");
  return guarded.test(within) ? `'${within}` : within;
}

/** Reverses `guardCsvText`: removes only the apostrophes that it added. */
export function unguardCsvText(text: string): string {
  const within = text.startsWith("'") && guarded.test(text) ? text.slice(1) : text;
  return within.replace(guardsWithin, "");
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
