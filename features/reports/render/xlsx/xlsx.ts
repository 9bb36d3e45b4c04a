import { Writable } from "node:stream";
import ExcelJS from "exceljs";
import { plainText, type ReportModel, reportTables } from "@/domain/report-model";
import { fileText } from "../script-parts";
import { fillAboutSheet } from "./xlsx-about";
import { fillTableSheet, pagesOf, tableSheetOptions } from "./xlsx-table";

/**
 * Makes valid sheet names: 31 characters, none of []:*?/\, no surrounding apostrophes, unique
 * regardless of case.
 */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base =
      fileText(name)
        .replace(/[[\]:*?/\\\n]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "–";
    let candidate = base.slice(0, 31);
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      candidate = base.slice(0, 31 - suffix.length) + suffix;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
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
  fillAboutSheet(workbook.addWorksheet(names.at(-1), pagesOf(model, "portrait")), model);
  await workbook.commit();
  return bytes();
}
