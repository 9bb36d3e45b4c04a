import { expect, it } from "vitest";
import { asciiNameOf, cleanFileName, extensionOf, fileNameOf } from "./file-name";

it.each([
  ["ບົດລາຍງານ ປີ 2023.pdf", "ບົດລາຍງານ ປີ 2023.pdf"],
  ["../../etc/passwd.txt", "passwd.txt"],
  ["C:\\Users\\Somchit\\Report.DOCX", "Report.docx"],
  ['a"b<c>|d?.csv', "a_b_c__d_.csv"],
  ["line\r\nbreak\u0000.txt", "line break.txt"],
  ["invoice\u202efdp.txt", "invoicefdp.txt"],
  ["...hidden.txt", "hidden.txt"],
  ["photo 🌏.png", "photo 🌏.png"],
  [".pdf", "pdf"],
  ["", "file"],
  ["lone \ud800.txt", "lone _.txt"],
])("cleans %j to %j", (given, name) => {
  expect(cleanFileName(given)).toBe(name);
});

it("preserves the extension of a name that is too long", () => {
  const name = cleanFileName(`${"ກ".repeat(300)}.pdf`);
  expect([...name]).toHaveLength(150);
  expect(name.endsWith(".pdf")).toBe(true);
});

it("returns the extension", () => {
  expect(["a.PDF", "a.tar.gz", "a", "a.", ".txt"].map(extensionOf)).toEqual(["pdf", "gz", "", "", ""]);
});

it.each([
  ["Work plan – plan 2031/32", "Work plan – plan 2031-32"],
  ["a / b \\ c: d", "a-b-c-d"],
  ["ອາ\u2060ຊຽນ 2031／32", "ອາຊຽນ 2031-32"],
  ['a<b>"c"|d?*\u202e\u0000', "a_b__c__d__"],
  ["ends with a dot.", "ends with a dot"],
  ["two\r\nlines", "two lines"],
  ["../..", "-"],
  ["//", "--"],
])("makes of the text %j the name %j", (text, name) => {
  expect(fileNameOf(text)).toBe(name);
});

it.each([
  ["work-plan-matrix-CYCLE-2023", "work-plan-matrix-CYCLE-2023"],
  ["work-plan-matrix-ແຜນ_1", "work-plan-matrix-_1"],
  ["yearly-progress-2031/32", "yearly-progress-2031-32"],
  ["ແຜນ", "file"],
])("makes of %j the ASCII name %j", (text, name) => {
  expect(asciiNameOf(text)).toBe(name);
});
