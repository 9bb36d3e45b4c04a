import ExcelJS from "exceljs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type ReportModel, reportTables } from "@/domain/report-model";
import { laoTitles } from "../testing-base";
import { matrixReport, reportWithTitles } from "../testing-matrix";
import { progressReport } from "../testing-progress";
import { renderXlsx } from "./xlsx";
import { countLines, storedText, textHeight } from "./xlsx-text";

async function open(model: ReportModel): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await renderXlsx(model);
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

async function firstSheet(model: ReportModel): Promise<ExcelJS.Worksheet> {
  const sheet = (await open(model)).worksheets[0];
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

const rowValues = (sheet: ExcelJS.Worksheet, row: number) => (sheet.getRow(row).values as ExcelJS.CellValue[]).slice(1);

describe("the table's sheet", () => {
  it("freezes its head below title and context, has a filter on it, and repeats it in print", async () => {
    const sheet = await firstSheet(matrixReport("lo"));
    expect(sheet.name).toBe("ແຜນວຽກ 2023");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 3, xSplit: 2 });
    expect(sheet.autoFilter).toBe("A3:L16");
    expect(sheet.pageSetup).toMatchObject({
      printTitlesRow: "3:3",
      orientation: "landscape",
      paperSize: 9,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet.headerFooter).toMatchObject({ oddHeader: "&Rໃຊ້ພາຍໃນ" });
    expect(sheet.headerFooter.oddFooter).toBe("&Lຕາຕະລາງແຜນວຽກ ADGSOM–ATRC ສົກປີ 2023&Rໜ້າ &P / &N");
    expect(sheet.getCell("A2").text).toContain("ໃຊ້ພາຍໃນ");
    expect(sheet.getCell("A2").text).toContain("11 ແຖວເປັນຕົວຢ່າງ");
    expect(rowValues(sheet, 3).slice(0, 3)).toEqual(["ລ/ດ", "ກິດຈະກຳ", "ປະເທດສະເໜີ"]);
  });

  it("contains real dates, numbers and fractions, with Lao unchanged", async () => {
    const sheet = await firstSheet(matrixReport("lo"));
    expect(sheet.getCell("B4").value).toBe(laoTitles.policy.lo);
    expect(sheet.getCell("H4").value).toEqual(new Date("2023-01-15T00:00:00Z"));
    expect(sheet.getCell("H4").numFmt).toBe("dd/mm/yyyy");
    expect(sheet.getCell("G5").value).toBeCloseTo(0.07);
    expect(sheet.getCell("G5").numFmt).toBe("0%");
    expect(sheet.getCell("J4").value).toBe(12_500.5);
    expect(sheet.getCell("J6").value).toBeNull();
    expect(sheet.getCell("B4").font.name).toBe("Phetsarath OT");
    expect(sheet.getCell("C6").font.name).toBe("Arial");
  });

  it("marks samples and translations in separate columns", async () => {
    const sheet = await firstSheet(matrixReport("en"));
    expect(rowValues(sheet, 3).slice(-2)).toEqual(["Sample", "Notes on texts"]);
    expect(sheet.getCell("K4").value).toBeNull();
    expect(sheet.getCell("L4").value).toBe("Activity: translation");
    for (let row = 6; row <= 16; row += 1) expect(sheet.getCell(row, 11).value).toBe("Sample");
  });

  it("sets the height of every row, higher for more lines of Lao", async () => {
    const sheet = await firstSheet(matrixReport("lo"));
    for (let row = 1; row <= 16; row += 1) expect(sheet.getRow(row).height).toBeGreaterThanOrEqual(18);
    expect(sheet.getRow(4).height).toBeGreaterThan(36);
  });

  it("shows a remark if there are no rows", async () => {
    const sheet = await firstSheet(matrixReport("en", 0));
    expect(sheet.getCell("A4").value).toBe("No activities");
  });
});

describe("a sheet's name from somebody's text", () => {
  const named = (names: readonly string[]): ReportModel => {
    const [table] = reportTables(matrixReport("en", 1));
    if (!table) throw new Error("no table");
    return { ...matrixReport("en", 1), blocks: names.map((name) => ({ kind: "table", table: { ...table, name } })) };
  };

  it("is quoted with doubled apostrophes where its head is repeated", async () => {
    const bytes = await renderXlsx(named(["Ministry's FY", "'24 and '25'", "it''s"]));
    const book = strFromU8(unzipSync(bytes)["xl/workbook.xml"] ?? new Uint8Array());
    const names = [...book.matchAll(/<definedName [^>]*localSheetId="(\d)"[^>]*>([^<]+)</g)];
    expect(names.map(([, sheet, range]) => [sheet, range?.replaceAll("&apos;", "'")])).toEqual([
      ["0", "'Ministry''s FY'!$3:$3"],
      ["1", "'24 and ''25'!$3:$3"],
      ["2", "'it''''s'!$3:$3"],
    ]);
  });

  it("is one that Excel takes", async () => {
    const names = [`${"a".repeat(30)}'b`, `${"a".repeat(30)}😀`, "History", "a/b:c", "A/B:C", "'"];
    const sheets = (await open(named(names))).worksheets.map(({ name }) => name);
    const cut = ["a".repeat(30), `${"a".repeat(27)} (2)`];
    expect(sheets.slice(0, names.length)).toEqual([...cut, "History (2)", "a b c", "A B C (2)", "–"]);
  });
});

describe("hostile text", () => {
  it("stays text: no cell becomes a formula", async () => {
    const titles = [
      "=1+1",
      "+1",
      "-1+2",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      "＝1",
      "＋1",
      "－1",
      "＠x",
      '"=',
      '=HYPERLINK("http://x")',
    ];
    const bytes = await renderXlsx(reportWithTitles(titles));
    const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(xml).not.toContain("<f>");
    const sheet = await firstSheet(reportWithTitles(titles));
    for (const [index, title] of titles.entries()) {
      const cell = sheet.getCell(4 + index, 2);
      expect(cell.type).toBe(ExcelJS.ValueType.String);
      expect(cell.numFmt).toBe("@");
      expect(cell.value).toBe(title);
    }
  });

  it("is read back unchanged: line ends of every kind, and text that looks like the format's codes", async () => {
    const titles = [
      "one\r\ntwo",
      "one\rtwo",
      "one\ntwo",
      "\r\n\r",
      "_x000D_",
      "a_x0041_b",
      "_x005F_x0041_",
      "_x00e9_",
      "_x0041\r",
    ];
    const bytes = await renderXlsx(reportWithTitles(titles));
    const strings = strFromU8(unzipSync(bytes)["xl/sharedStrings.xml"] ?? new Uint8Array());
    expect(strings).not.toContain("\r");
    for (const stored of ["one_x000D_\ntwo<", ">_x005F_x000D_<", ">a_x005F_x0041_b<", ">_x005F_x00e9_<"])
      expect(strings).toContain(stored);
    const sheet = await firstSheet(reportWithTitles(titles));
    expect(titles.map((_, index) => sheet.getCell(4 + index, 2).value)).toEqual(titles);
    const about = progressReport("en");
    const cell = (await open({ ...about, title: { ...about.title, text: "_x0041_\r\nB" } }))
      .getWorksheet("About this report")
      ?.getColumn(1).values;
    expect(cell).toContain("_x0041_\r\nB");
  });

  it("any mixture of these is read back unchanged", () => {
    const unit = fc.constantFrom("_", "x", "0", "4", "1", "D", "f", "\r", "\n", "_x0041_", "_x000D_", "ກ");
    // Decoded as in the specification and in Excel: from the left, one character per code.
    const read = (text: string) =>
      text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(storedText(text)).not.toContain("\r");
        expect(read(storedText(text))).toBe(text);
      }),
    );
  });

  it("drops characters that XML cannot hold, and makes sheet names valid", async () => {
    const model = reportWithTitles(["a\u0000b\u0008c"]);
    const block = model.blocks[0];
    if (block?.kind !== "table") throw new Error("no table");
    const named = { ...block.table, name: "Plan [2023]: a/b? a very long name of a sheet" };
    const workbook = await open({
      ...model,
      blocks: [
        { kind: "table", table: named },
        { kind: "table", table: named },
      ],
    });
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      "Plan  2023   a b  a very long n",
      "Plan  2023   a b  a very lo (2)",
      "About this report",
    ]);
    expect(workbook.worksheets[0]?.getCell("B4").value).toBe("abc");
  });
});

describe("the file", () => {
  it("contains the rest of the report on a separate sheet", async () => {
    const workbook = await open(progressReport("en"));
    const about = workbook.getWorksheet("About this report");
    const text = (about?.getColumn(1).values ?? []).join("\n");
    for (const words of [
      "Peace Independence Democracy Unity Prosperity",
      "1. Member states are asked to send their data by 15/01/2024 (Sample)",
      "Head of the ASEAN Division",
      "ASEAN Secretariat",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("names the issuing unit and no person", async () => {
    const workbook = await open(progressReport("en"));
    expect(workbook.creator).toBe("ASEAN Division, Cabinet");
    expect(workbook.lastModifiedBy).toBe("ASEAN Division, Cabinet");
    expect(workbook.title).toBe("Country progress report");
    expect(workbook.created).toEqual(new Date("2023-11-20T03:38:00.000Z"));
  });
});

describe("heights", () => {
  it("count letters, not the marks above and below them", () => {
    expect(countLines("ທີ່ທີ່ທີ່ທີ່", 6)).toBe(1);
    expect(countLines("Plan of work", 6)).toBe(3);
    expect(countLines("a\nb", 20)).toBe(2);
    expect(countLines("a\r\nb\rc", 20)).toBe(3);
    expect(countLines("x".repeat(50), 11)).toBe(5);
  });

  it("are larger for Lao and never above Excel's maximum", () => {
    expect(textHeight("ກິດຈະກຳ", 20)).toBeGreaterThan(textHeight("Activity", 20));
    expect(textHeight("ກ".repeat(5000), 10)).toBe(409);
  });
});
