import type { ChartStep } from "./chart-steps";
import { AppError } from "./errors";
import type { Locale } from "./vocabulary";

/**
 * A document as a value, before it is a file: plain data in one language, which screen, print,
 * Word, Excel and CSV render alike. Renderers decide the layout only, so every visible word and
 * number is in here.
 */

export const reportKinds = [
  "work_plan_matrix",
  "country_progress",
  "activity_list",
  "audit_log",
  "yearly_progress",
  "activity_lineage",
  "chase_list",
  "talking_points",
  "meeting_briefing",
  "decision_follow_up",
] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportFormats = ["docx", "xlsx", "csv"] as const;
export type ReportFormat = (typeof reportFormats)[number];

/**
 * Word needs minutes to open longer tables, so they are refused there and offered as XLSX or CSV.
 */
export const docxRowLimit = 2000;

/**
 * What the reader must know about a text: it is sample text, not yet translated, or a translation
 * of the original.
 */
export const runMarks = ["sample", "not_translated", "translation"] as const;
export type RunMark = (typeof runMarks)[number];

/**
 * Text in one language. Its marks are printed behind it in the language of the document. "\n"
 * starts a new line.
 */
export type TextRun = {
  readonly text: string;
  readonly lang: Locale;
  readonly strong?: boolean;
  readonly marks?: readonly RunMark[];
};
export type Runs = readonly TextRun[];

/** A calendar day, `YYYY-MM-DD`. Excel gets a real date, the other formats print it. */
export type DayCell = { readonly day: string };
/**
 * Text, a number in the unit of its column (percent: 0-100, usd: US dollars), a day, or null if
 * nothing is recorded.
 */
export type Cell = Runs | number | DayCell | null;

export const columnKinds = ["text", "number", "percent", "usd", "day"] as const;
export type ColumnKind = (typeof columnKinds)[number];

export type ReportColumn = {
  readonly key: string;
  readonly heading: string;
  /**
   * How numbers and days are formatted and aligned. Words such as "not recorded" may appear in a
   * column of any kind.
   */
  readonly kind: ColumnKind;
  /** Relative width: about the number of characters that one line should hold. */
  readonly width: number;
  /** Language of the heading, if it is not that of the document. */
  readonly lang?: Locale;
};

export type ReportRow = { readonly cells: readonly Cell[]; readonly isSample: boolean };

export type Orientation = "portrait" | "landscape";

export type ReportTable = {
  readonly key: string;
  /** Short name: of the Excel sheet, or of the part of a CSV file with several tables. */
  readonly name: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** The column that names the row; the marks of the whole row are printed there. */
  readonly titleKey: string;
  /** Shown if there are no rows. */
  readonly empty: Runs;
  /** A wide table in a portrait document gets landscape pages of its own. */
  readonly orientation?: Orientation;
};

/**
 * Stacked bars above a table: one bar for each row, one segment for each series column. The numbers
 * are in the table only; it is printed with the chart, or instead of it in formats without charts.
 */
export type ReportChart = {
  readonly table: ReportTable;
  /** The column with the names of the bars. */
  readonly categoryKey: string;
  readonly series: readonly { readonly columnKey: string; readonly step: ChartStep }[];
};

export type DecisionSought = { readonly runs: Runs; readonly reference?: Runs };

export type ReportBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly runs: Runs }
  | { readonly kind: "paragraph"; readonly runs: Runs }
  | { readonly kind: "list"; readonly items: readonly Runs[] }
  | { readonly kind: "table"; readonly table: ReportTable }
  | { readonly kind: "chart"; readonly chart: ReportChart }
  | { readonly kind: "decisions_sought"; readonly items: readonly DecisionSought[]; readonly empty: Runs };

/** The letterhead of the home organisation, line by line. It never has an emblem. */
export type OfficialHeader = {
  readonly country: readonly TextRun[];
  readonly motto: TextRun | null;
  readonly rule: string;
  readonly ministry: TextRun;
  readonly unit: TextRun | null;
  /** For example `ເລກທີ ........../ຕສ`: the registry writes the number by hand. */
  readonly number: TextRun | null;
  readonly placeAndDate: TextRun | null;
};

export type SignatureBlock = {
  readonly placeAndDate: TextRun | null;
  readonly title: TextRun;
  /** Space for signature and seal is left above it. */
  readonly name: TextRun;
};

export type TitledList = { readonly heading: string; readonly items: readonly Runs[] };

/** Words that a renderer needs between the parts, in the language of the document. */
export type ReportWords = {
  readonly marks: Readonly<Record<RunMark, string>>;
  /** With `{page}` and `{pages}` as placeholders. */
  readonly page: string;
  /** Headings of the columns that Excel and CSV add. */
  readonly sampleColumn: string;
  readonly marksColumn: string;
  readonly partColumn: string;
  /** Name of the Excel sheet with everything but the tables. */
  readonly aboutSheet: string;
};

/**
 * Lao fonts that Word files may name. They are not embedded; a program without the font uses
 * another Lao font. Phetsarath OT is the usual font of the Lao government and the default; an
 * organisation can choose another.
 */
export const laoFonts = ["Phetsarath OT", "Saysettha OT", "Noto Sans Lao"] as const;
export type LaoFont = (typeof laoFonts)[number];
export const defaultLaoFont: LaoFont = "Phetsarath OT";

export type ReportModel = {
  readonly kind: ReportKind;
  readonly language: Locale;
  readonly orientation: Orientation;
  /**
   * Small print, because the document must fit on one page. Its composer drops what does not fit.
   */
  readonly isOnePage?: boolean;
  readonly header: OfficialHeader | null;
  readonly confidentiality: TextRun;
  readonly title: TextRun;
  readonly subtitle: Runs | null;
  /** Period, meeting, filters, sort order, as-of moment, and when it was made. */
  readonly meta: readonly { readonly label: string; readonly value: Runs }[];
  readonly blocks: readonly ReportBlock[];
  readonly signature: SignatureBlock | null;
  readonly distribution: TitledList | null;
  readonly notes: readonly TitledList[];
  /** For whoever makes the document: shown beside it, and in no file. */
  readonly warnings: readonly Runs[];
  /** How many rows are sample data, in words; null if none is. */
  readonly samples: { readonly rows: number; readonly runs: Runs } | null;
  /** The unit that issues the document, for the file properties. Never a person. */
  readonly issuer: string;
  readonly laoFont: LaoFont;
  /** When it was made, as an ISO instant. */
  readonly madeAt: string;
  readonly words: ReportWords;
};

/** The data of a chart: the names of the bars, and each series with a value for every bar. */
export function chartValues({ table, categoryKey, series }: ReportChart) {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const textOf = (cell: Cell) => (isTextCell(cell) ? plainText(cell) : String(cell ?? ""));
  return {
    categories: table.rows.map((row) => textOf(row.cells[at(categoryKey)] ?? null)),
    /** The language of each name that is text. */
    languages: table.rows.map((row) => languageOf(row.cells[at(categoryKey)] ?? null)),
    series: series.map(({ columnKey, step }) => ({
      key: columnKey,
      name: table.columns[at(columnKey)]?.heading ?? columnKey,
      step,
      values: table.rows.map((row) => Number(row.cells[at(columnKey)] ?? 0)),
    })),
  };
}

function languageOf(cell: Cell): Locale | undefined {
  return isTextCell(cell) ? cell[0]?.lang : undefined;
}

/** All tables in reading order, including those of charts. */
export function reportTables(model: Pick<ReportModel, "blocks">): readonly ReportTable[] {
  return model.blocks.flatMap((block) => {
    if (block.kind === "chart") return [block.chart.table];
    return block.kind === "table" ? [block.table] : [];
  });
}

/** The rows of all tables together. */
export function countRows(model: ReportModel): number {
  return reportTables(model).reduce((sum, table) => sum + table.rows.length, 0);
}

/** True if the cell is a calendar day. */
export function isDayCell(cell: Cell): cell is DayCell {
  return typeof cell === "object" && cell !== null && "day" in cell;
}

/** True if the cell is text. */
export function isTextCell(cell: Cell): cell is Runs {
  return Array.isArray(cell);
}

/** The text of runs without marks. */
export function plainText(runs: Runs): string {
  return runs.map((run) => run.text).join("");
}

/** The marks of a run in words, such as " (Sample, translation)"; empty without marks. */
export function marksText(run: TextRun, words: ReportWords): string {
  if (!run.marks || run.marks.length === 0) return "";
  return ` (${run.marks.map((mark) => words.marks[mark]).join(", ")})`;
}

/** The text of runs followed by their marks, for formats without typography. */
export function markedText(runs: Runs, words: ReportWords): string {
  return runs.map((run) => run.text + marksText(run, words)).join("");
}

function withSampleMark(runs: Runs, language: Locale): Runs {
  if (runs.some((run) => run.marks?.includes("sample"))) return runs;
  const last = runs.at(-1) ?? { text: "", lang: language };
  return [...runs.slice(0, -1), { ...last, marks: ["sample", ...(last.marks ?? [])] }];
}

/**
 * The cells of a row in formats without a sample column: a sample row is always marked in its
 * title.
 */
export function markedCells(table: ReportTable, row: ReportRow, language: Locale): readonly Cell[] {
  if (!row.isSample) return row.cells;
  const titleAt = table.columns.findIndex((column) => column.key === table.titleKey);
  return row.cells.map((cell, index) => {
    if (index !== Math.max(titleAt, 0)) return cell;
    return withSampleMark(isTextCell(cell) ? cell : [], language);
  });
}

/**
 * The marks of a row's texts by column, such as "Activity: translation". Sample rows are marked
 * elsewhere.
 */
export function rowMarks(table: ReportTable, row: ReportRow, words: ReportWords): string {
  const notes = table.columns.flatMap((column, index) => {
    const cell = row.cells[index] ?? null;
    if (!isTextCell(cell)) return [];
    const marks = new Set(cell.flatMap((run) => run.marks ?? []).filter((mark) => mark !== "sample" || !row.isSample));
    return [...marks].map((mark) => `${column.heading}: ${words.marks[mark]}`);
  });
  return notes.join("; ");
}

/** @throws AppError REPORT_TOO_LARGE {rows, max} if the format cannot hold the document */
export function checkReportSize(model: ReportModel, format: ReportFormat): void {
  const rows = countRows(model);
  if (format === "docx" && rows > docxRowLimit) {
    throw new AppError("REPORT_TOO_LARGE", { params: { rows, max: docxRowLimit } });
  }
}
