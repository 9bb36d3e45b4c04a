import type ExcelJS from "exceljs";
import {
  type Cell,
  type ColumnKind,
  isDayCell,
  isTextCell,
  markedText,
  plainText,
  type ReportColumn,
  type ReportModel,
  type ReportTable,
  rowMarks,
} from "@/domain/report-model";
import { fileLines } from "../script-parts";
import { fontFor, sheetText, storedText, textHeight } from "./xlsx-text";

/** Title, context and head: the rows that stay visible while the others scroll. */
export const headRow = 3;
const line = { style: "thin", color: { argb: "FFC4CCCE" } } as const;
const border = { top: line, bottom: line, left: line, right: line };
const headFill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFEDF1F1" } } as const;

/** Space between a number and the text in the next column. */
const indent = 1;

type SheetColumn = { readonly heading: string; readonly kind: ColumnKind; readonly width: number };

function columnsOf(table: ReportTable, model: ReportModel): SheetColumn[] {
  const own = table.columns.map((column: ReportColumn) => ({
    heading: column.heading,
    kind: column.kind,
    width: Math.min(60, Math.max(column.kind === "day" ? 12 : 7, column.width)),
  }));
  const hasMarks = table.rows.some((row) => rowMarks(table, row, model.words) !== "");
  const marks: SheetColumn[] = hasMarks ? [{ heading: model.words.marksColumn, kind: "text", width: 24 }] : [];
  return [...own, { heading: model.words.sampleColumn, kind: "text", width: 11 }, ...marks];
}

const emptyFormats = { text: "@", number: "#,##0", percent: "0%", usd: "#,##0.00", day: "dd/mm/yyyy" } as const;

function formatOf(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return emptyFormats[kind];
  if (isTextCell(cell)) return emptyFormats.text;
  if (isDayCell(cell)) return emptyFormats.day;
  if (Number.isInteger(cell)) return emptyFormats[kind === "text" || kind === "day" ? "number" : kind];
  if (kind === "percent") return "0.0%";
  return kind === "usd" ? emptyFormats.usd : "#,##0.##";
}

/**
 * Texts are stored as strings, so "=1+1" stays a text; days are stored as dates and percentages as
 * fractions, so that Excel can calculate with them.
 */
function cellValue(cell: Cell, kind: ColumnKind): ExcelJS.CellValue {
  if (cell === null) return null;
  if (typeof cell === "number") return kind === "percent" ? cell / 100 : cell;
  if (isDayCell(cell)) return new Date(`${cell.day}T00:00:00Z`);
  return isTextCell(cell) ? sheetText(plainText(cell)) : null;
}

type LookOf = (source: Cell, text: string, kind: ColumnKind) => Partial<ExcelJS.Style>;

/**
 * Shares style objects between cells that look alike. The writer caches styles by object, so a new
 * object per cell would be processed again.
 */
function sharedLooks({ laoFont }: ReportModel): LookOf {
  const known = new Map<string, Partial<ExcelJS.Style>>();
  return (source, text, kind) => {
    const numFmt = formatOf(source, kind);
    const font = fontFor(text, laoFont);
    const horizontal = typeof source === "number" ? "right" : "left";
    const name = `${numFmt} ${font.name} ${horizontal}`;
    const alignment = { vertical: "top", wrapText: true, horizontal, indent } as const;
    const look = known.get(name) ?? { numFmt, font, border, alignment };
    known.set(name, look);
    return look;
  };
}

function fillRow(row: ExcelJS.Row, cells: readonly Cell[], columns: readonly SheetColumn[], lookOf: LookOf): void {
  let height = 0;
  columns.forEach((column, index) => {
    const source = cells[index] ?? null;
    const cell = row.getCell(index + 1);
    const value = cellValue(source, column.kind);
    const text = typeof value === "string" ? value : "";
    cell.value = typeof value === "string" ? storedText(value) : value;
    cell.style = lookOf(source, text, column.kind);
    height = Math.max(height, textHeight(text, column.width - 2 * indent));
  });
  row.height = height;
  // Written immediately: thousands of rows with their styles would need a few hundred megabytes of
  // memory.
  row.commit();
}

function fillHead(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[], model: ReportModel): void {
  const row = sheet.getRow(headRow);
  columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    const text = sheetText(column.heading);
    cell.value = storedText(text);
    cell.font = fontFor(text, model.laoFont, { bold: true });
    cell.fill = headFill;
    cell.border = border;
    cell.alignment = { vertical: "middle", wrapText: true, horizontal: "left", indent };
  });
  // The width is reduced for the filter button beside each heading.
  row.height = Math.max(...columns.map((column) => textHeight(column.heading, column.width - 3)));
}

function contextLine(model: ReportModel): string {
  const meta = model.meta.map((item) => `${item.label}: ${markedText(item.value, model.words)}`);
  const samples = model.samples ? [markedText(model.samples.runs, model.words)] : [];
  return [model.confidentiality.text, ...meta, ...samples].join("  ·  ");
}

function fillOpening(sheet: ExcelJS.Worksheet, model: ReportModel): void {
  const lines = [
    { text: sheetText(model.title.text), font: { bold: true, size: 14 } },
    { text: oneLine(contextLine(model)), font: {} },
  ];
  lines.forEach(({ text, font }, index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = storedText(text);
    cell.font = fontFor(text, model.laoFont, font);
    cell.alignment = { vertical: "middle" };
    sheet.getRow(index + 1).height = index === 0 ? 28 : 20;
  });
}

const oneLine = (text: string) => fileLines(sheetText(text)).join(" ");

/** "&" begins a code in page headers and footers. */
const pageText = (text: string) => storedText(oneLine(text).replaceAll("&", "&&").slice(0, 200));

/**
 * Print settings of every sheet: A4, one page wide, the confidentiality label above, title and page
 * x of y below.
 */
export function pagesOf(model: ReportModel, orientation: "portrait" | "landscape") {
  const mm = 1 / 25.4;
  const margins = { left: 20 * mm, right: 15 * mm, top: 18 * mm, bottom: 18 * mm, header: 8 * mm, footer: 8 * mm };
  const page = pageText(model.words.page).replace("{page}", "&P").replace("{pages}", "&N");
  return {
    pageSetup: { paperSize: 9, orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins },
    headerFooter: {
      oddHeader: `&R${pageText(model.confidentiality.text)}`,
      oddFooter: `&L${pageText(model.title.text)}&R${page}`,
    },
  };
}

/** Options of a table's sheet, which are required before its first row is written. */
export function tableSheetOptions(table: ReportTable, model: ReportModel): Partial<ExcelJS.AddWorksheetOptions> {
  const { pageSetup, headerFooter } = pagesOf(model, table.orientation ?? "landscape");
  const titleAt = table.columns.findIndex((column) => column.key === table.titleKey);
  return {
    pageSetup,
    headerFooter,
    views: [{ state: "frozen", ySplit: headRow, xSplit: titleAt >= 0 && titleAt < 3 ? titleAt + 1 : 0 }],
  };
}

/**
 * Adds one table on its own sheet: a frozen head with a filter, real dates, row heights that never
 * clip Lao, and marked samples.
 */
export function fillTableSheet(sheet: ExcelJS.Worksheet, table: ReportTable, model: ReportModel): void {
  const columns = columnsOf(table, model);
  sheet.columns = columns.map((column) => ({ width: column.width }));
  fillOpening(sheet, model);
  fillHead(sheet, columns, model);
  const lookOf = sharedLooks(model);
  const say = (text: string): Cell => (text === "" ? null : [{ text, lang: model.language }]);
  table.rows.forEach((row, index) => {
    const own = table.columns.map((_, at) => row.cells[at] ?? null);
    const extra = [say(row.isSample ? model.words.marks.sample : ""), say(rowMarks(table, row, model.words))];
    fillRow(sheet.getRow(headRow + 1 + index), [...own, ...extra], columns, lookOf);
  });
  if (table.rows.length === 0)
    sheet.getCell(headRow + 1, 1).value = storedText(sheetText(markedText(table.empty, model.words)));
  const lastRow = Math.max(headRow + table.rows.length, headRow + 1);
  sheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: lastRow, column: columns.length } };
  sheet.commit();
}
