import { describe, expect, it } from "vitest";
import { AppError } from "./errors";
import {
  checkReportSize,
  countRows,
  docxRowLimit,
  markedCells,
  markedText,
  type ReportModel,
  type ReportRow,
  type ReportTable,
  type ReportWords,
  rowMarks,
} from "./report-model";

const words: ReportWords = {
  marks: { sample: "Sample", not_translated: "not yet translated", translation: "translation" },
  page: "Page {page} of {pages}",
  sampleColumn: "Sample",
  marksColumn: "Notes",
  partColumn: "Part",
  aboutSheet: "About",
};

const table = (rows: readonly ReportRow[]): ReportTable => ({
  key: "entries",
  name: "Entries",
  titleKey: "title",
  columns: [
    { key: "number", heading: "No.", kind: "number", width: 5 },
    { key: "title", heading: "Activity", kind: "text", width: 30 },
  ],
  rows,
  empty: [],
});

const model = (rows: number): ReportModel => ({
  kind: "activity_list",
  language: "en",
  orientation: "portrait",
  header: null,
  confidentiality: { text: "", lang: "en" },
  title: { text: "", lang: "en" },
  subtitle: null,
  meta: [],
  blocks: [
    { kind: "table", table: table(Array.from({ length: rows }, () => ({ cells: [1, []], isSample: false }))) },
    { kind: "table", table: table([]) },
  ],
  signature: null,
  distribution: null,
  notes: [],
  warnings: [],
  samples: null,
  issuer: "",
  laoFont: "Phetsarath OT",
  madeAt: "2023-11-20T03:38:00.000Z",
  words,
});

describe("marks", () => {
  const title = [{ text: "Study", lang: "en", marks: ["translation"] }] as const;

  it("stand behind their run in the report's words", () => {
    expect(markedText(title, words)).toBe("Study (translation)");
    expect(markedText([{ text: "Plan", lang: "en" }], words)).toBe("Plan");
  });

  it("never let an invented row go without saying so, once", () => {
    const row: ReportRow = { cells: [1, title], isSample: true };
    const cell = markedCells(table([row]), row, "en")[1];
    expect(markedText(cell as typeof title, words)).toBe("Study (Sample, translation)");
    const marked: ReportRow = { cells: [1, [{ text: "A", lang: "en", marks: ["sample"] }]], isSample: true };
    expect(markedText(markedCells(table([marked]), marked, "en")[1] as typeof title, words)).toBe("A (Sample)");
    const untitled: ReportRow = { cells: [1, null], isSample: true };
    expect(markedText(markedCells(table([untitled]), untitled, "en")[1] as typeof title, words)).toBe(" (Sample)");
  });

  it("leave real rows as they are", () => {
    const row: ReportRow = { cells: [1, title], isSample: false };
    expect(markedCells(table([row]), row, "en")).toEqual(row.cells);
  });

  it("name the column for formats that keep texts clean; sample is named unless the whole row is one", () => {
    const cells = [1, [{ text: "Study", lang: "en", marks: ["translation", "sample"] }]] as const;
    expect(rowMarks(table([]), { cells, isSample: true }, words)).toBe("Activity: translation");
    expect(rowMarks(table([]), { cells, isSample: false }, words)).toBe("Activity: translation; Activity: Sample");
  });
});

describe("size", () => {
  it("counts the rows of all tables", () => {
    expect(countRows(model(7))).toBe(7);
  });

  it("refuses a Word file beyond its limit and says both numbers; other formats hold more", () => {
    expect(() => checkReportSize(model(docxRowLimit), "docx")).not.toThrow();
    expect(() => checkReportSize(model(docxRowLimit + 1), "xlsx")).not.toThrow();
    expect(() => checkReportSize(model(docxRowLimit + 1), "docx")).toThrow(AppError);
    try {
      checkReportSize(model(docxRowLimit + 1), "docx");
    } catch (error) {
      expect(error).toMatchObject({ code: "REPORT_TOO_LARGE", params: { rows: 2001, max: 2000 } });
    }
  });
});
