import { expect, it } from "vitest";
import { cleanFileName, extensionOf } from "./file-name";

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
