import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportTables } from "@/domain/report-model";
import { fileText } from "../script-parts";
import { laoTitles } from "../testing-base";
import { matrixReport, reportWithTitles } from "../testing-matrix";
import { progressReport } from "../testing-progress";
import { csvByAndBy, guardCsvText, renderCsv, toCsv, unguardCsvText } from "./csv";

const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const read = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: false });
const dangerous = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t1", "\r1", "＝1", "＋1", "－1", "＠x", "'=1", "''=1"];

describe("guardCsvText", () => {
  it.each(dangerous)("prefixes %j with one apostrophe", (text) => {
    expect(guardCsvText(text)).toBe(`'${text}`);
    expect(unguardCsvText(guardCsvText(text))).toBe(text);
  });

  it.each([
    ["Budget;=1+41;note", "Budget;'=1+41;note"],
    ["a;'=1", "a;''=1"],
    ['a;"=1+1"', `a;'"=1+1"`],
    ["a\t@SUM(A1)", "a\t'@SUM(A1)"],
    ["one\n=1\r\n- two", "one\n'=1\r\n'- two"],
    ["a;；＝1;＝1", "a;；＝1;'＝1"],
    ["\t=1", "'\t'=1"],
    ["=1;=2", "'=1;'=2"],
  ])("guards %j where a spreadsheet may begin another cell", (text, safe) => {
    expect(guardCsvText(text)).toBe(safe);
    expect(unguardCsvText(safe)).toBe(text);
  });

  it("leaves nothing that begins with a formula, whatever separates the cells", () => {
    const unit = fc.constantFrom("=", "+", "-", "@", "＝", "'", '"', ";", ",", "\t", "\r", "\n", "a", "1", " ");
    const texts = fc.array(fc.string({ unit }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, (row) => {
        const csv = toCsv([row]);
        expect(csv).not.toMatch(/[;\t\r\n]"*[=+\-@＝]/);
        expect(
          read(csv)
            .flat()
            .filter((cell) => /^[=+\-@＝]/.test(cell)),
        ).toEqual([]);
      }),
    );
  });

  it.each([
    ...["23-05", "27-02", "2-1", "1-2024", "2031/32", "2031-32", "3.10", "3.2.1", "1/2", "10:30", "27/02/2026"],
    ...["007", "1E5", "12e3", "1234567890123456", "MAR-1", "Sept 5", "5-Mar", "DEC31", "'23-05"],
  ])("marks %j, which a spreadsheet would convert", (text) => {
    expect(guardCsvText(text)).toBe(`'${text}`);
    expect(unguardCsvText(`'${text}`)).toBe(text);
  });

  it.each([
    ...["ADGSOM", "'quoted'", "ກິດຈະກຳ", "", " =1", "2023-01-15", "2026", "7", "0", "12.5 km", "A23-05", "23-05 a"],
    ...["CYCLE-2023", "ADGSOM-7", "ADGMIN-05", "a; b", "Decision 5", "March of 2024", "1,2"],
  ])("leaves %j unchanged", (text) => {
    expect(guardCsvText(text)).toBe(text);
    expect(unguardCsvText(text)).toBe(text);
  });

  it("leaves all kinds of line ends and spreadsheet codes unchanged", () => {
    const texts = ["one\r\ntwo", "one\rtwo", "one\ntwo", "a_x0041_b_x000D_c"];
    expect(read(toCsv([texts, texts]))[1]).toEqual(texts);
  });

  it("any text is read back from a file unchanged", () => {
    const unit = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "'",
      "＝",
      "＠",
      "\t",
      "\r",
      "\n",
      '"',
      ",",
      ";",
      "ກ",
      "ຳ",
      "่",
      "a",
      "1",
      " ",
    );
    const cell = fc.oneof(fc.string({ unit }), fc.string({ unit: "binary" }).map(fileText));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, fc.integer()), { minLength: 1, maxLength: 5 }), (rows) => {
        const back = read(toCsv([["a", "b", "c"], ...rows])).slice(1);
        expect(back.map(([a, b, c]) => [unguardCsvText(a ?? ""), unguardCsvText(b ?? ""), Number(c)])).toEqual(rows);
      }),
    );
  });
});

describe("renderCsv", () => {
  it("begins with a BOM and ends every row with CRLF", () => {
    const csv = decode(renderCsv(matrixReport("lo")));
    expect(csv.startsWith("\uFEFF")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csv.split("\r\n")).toHaveLength(15);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("writes Lao, ISO days and numbers, and marks samples and translations", () => {
    const [head, first, , third] = read(decode(renderCsv(matrixReport("en"))));
    expect(head?.slice(-3)).toEqual(["Budget (USD)", "Sample", "Notes on texts"]);
    expect(head).toContain("Progress (%)");
    expect(first?.[1]).toBe(laoTitles.policy.en);
    expect(first?.slice(7)).toEqual(["2023-01-15", "2023-10-28", "12500.5", "", "Activity: translation"]);
    expect(third?.slice(-2)).toEqual(["Sample", ""]);
    expect(read(decode(renderCsv(matrixReport("lo"))))[1]?.[1]).toBe(laoTitles.policy.lo);
  });

  it("leaves out joiners, also in headings", () => {
    const model = matrixReport("lo");
    const joined = { ...model, words: { ...model.words, sampleColumn: "ອາ\u2060ຊຽນ" } };
    expect(read(decode(renderCsv(joined)))[0]).toContain("ອາຊຽນ");
  });

  it("guards texts, never numbers", () => {
    const model = reportWithTitles(dangerous);
    const rows = read(decode(renderCsv(model))).slice(1);
    expect(rows.map((row) => row[1])).toEqual(dangerous.map((text) => `'${text}`));
    expect(decode(renderCsv(model))).toContain("13500.5");
    expect(toCsv([[-5, "-5"]])).toBe("\uFEFF-5,'-5\r\n");
  });

  it("is the same file if its rows arrive in batches", () => {
    for (const language of ["en", "lo"] as const) {
      const model = matrixReport(language, 7);
      const [table] = reportTables(model);
      if (!table) throw new Error("no table");
      const csv = csvByAndBy({ ...table, rows: [] }, model.words);
      const parts = [csv.head, csv.rows(table.rows.slice(0, 3)), csv.rows([]), csv.rows(table.rows.slice(3))];
      expect(parts.map((part) => decode(part)).join("")).toBe(decode(renderCsv(model)));
    }
  });

  it("names the table in a first column if there are several", () => {
    const model = progressReport("en");
    const both = { ...model, blocks: [...model.blocks, ...matrixReport("en", 3).blocks] };
    const [head, ...rows] = read(decode(renderCsv(both)));
    expect(head?.[0]).toBe("Part");
    expect(rows.map((row) => row[0])).toEqual(["Progress 2023", "Progress 2023", ...Array(3).fill("Work plan 2023")]);
    expect(new Set(head).size).toBe(head?.length);
  });
});
