import { Writable } from "node:stream";
import ExcelJS from "exceljs";
import { plainText, type ReportModel, reportTables } from "@/domain/report-model";
import { fileText } from "../script-parts";
import { fillAboutSheet } from "./xlsx-about";
import { fillTableSheet, headRow, pagesOf, tableSheetOptions } from "./xlsx-table";

const longestName = 31;

/** Cut to a length, and not within a character; without what Excel refuses at both ends. */
const cut = (name: string, length: number) => fileText(name.slice(0, length)).replace(/^[\s']+|[\s']+$/g, "");

/**
 * Makes valid sheet names: 31 characters, none of []:*?/\, no surrounding apostrophes, not Excel's
 * own "History", unique regardless of case.
 */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>(["history"]);
  return wanted.map((name) => {
    const base = cut(fileText(name).replace(/[[\]:*?/\\\p{Cc}]/gu, " "), name.length) || "–";
    let candidate = cut(base, longestName);
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      candidate = cut(base, longestName - suffix.length) + suffix;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

/**
 * Repeats the heads of the tables in print. ExcelJS would quote the names of the sheets without
 * doubling the apostrophes in them, and Excel would then repair the file.
 */
function repeatHeads(workbook: ExcelJS.stream.xlsx.WorkbookWriter, sheets: readonly (string | undefined)[]): void {
  const model = sheets.map((name = "", localSheetId) => ({
    name: "_xlnm.Print_Titles",
    ranges: [`'${name.replaceAll("'", "''")}'!$${headRow}:$${headRow}`],
    localSheetId,
  }));
  Object.defineProperty(workbook, "_definedNames", { value: { model } });
}

/** Collects the written data in memory. */
function collector() {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write: (part: Buffer, _encoding, done) => {
      parts.push(part);
      done();
    },
  });
  return { stream, bytes: () => new Uint8Array(Buffer.concat(parts)) };
}

/** Renders the report as an Excel file: one sheet per table, and one for everything else. */
export async function renderXlsx(model: ReportModel): Promise<Uint8Array> {
  const { stream, bytes } = collector();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  workbook.creator = fileText(model.issuer);
  workbook.lastModifiedBy = fileText(model.issuer);
  workbook.title = fileText(model.title.text);
  workbook.subject = fileText(plainText(model.subtitle ?? []));
  workbook.description = fileText(model.confidentiality.text);
  workbook.created = new Date(model.madeAt);
  workbook.modified = new Date(model.madeAt);
  const tables = reportTables(model);
  const names = sheetNames([...tables.map((table) => table.name), model.words.aboutSheet]);
  tables.forEach((table, index) => {
    fillTableSheet(workbook.addWorksheet(names[index], tableSheetOptions(table, model)), table, model);
  });
  repeatHeads(workbook, names.slice(0, tables.length));
  fillAboutSheet(workbook.addWorksheet(names.at(-1), pagesOf(model, "portrait")), model);
  await workbook.commit();
  return bytes();
}
