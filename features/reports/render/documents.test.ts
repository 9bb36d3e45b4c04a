import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldText } from "@/domain/lao-text";
import type { ReportFormat, ReportModel } from "@/domain/report-model";
import { renderReportHere } from "./render-here";
import { laoTitles } from "./testing-base";
import { matrixReport } from "./testing-matrix";
import { progressReport } from "./testing-progress";

/*
 * The files as a reader's program shows them: LibreOffice makes a PDF of each, whose text and pages are read back.
 */

const run = promisify(execFile);
let folder = "";

const files: readonly { name: string; format: ReportFormat; model: ReportModel }[] = [
  { name: "progress-lo", format: "docx", model: progressReport("lo") },
  { name: "progress-en", format: "docx", model: progressReport("en") },
  { name: "matrix-lo", format: "docx", model: matrixReport("lo", 60) },
  { name: "sheet-lo", format: "xlsx", model: matrixReport("lo", 60) },
  { name: "sheet-en", format: "xlsx", model: progressReport("en") },
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "reports-"));
  const paths = await Promise.all(
    files.map(async ({ name, format, model }) => {
      const path = join(folder, `${name}.${format}`);
      await writeFile(path, await renderReportHere(model, format));
      return path;
    }),
  );
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...paths]);
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The text of a PDF, page by page; spaces and the order of stacked marks are the program's own affair. */
async function pagesOf(name: string): Promise<string[]> {
  const { stdout } = await run("pdftotext", ["-layout", join(folder, `${name}.pdf`), "-"]);
  return stdout.split("\f").slice(0, -1);
}

/** Consonants and base vowels only: marks above and below come out of a PDF in an order of their own. */
const letters = (text: string) => foldText(text).replace(/[\p{Mn}\s]/gu, "");

describe("Word files", () => {
  it("show the Lao report on one or two pages, with page x of y and the label on each", async () => {
    const pages = await pagesOf("progress-lo");
    expect(pages.length).toBeLessThanOrEqual(2);
    for (const [index, page] of pages.entries()) {
      expect(letters(page)).toContain(letters("ໃຊ້ພາຍໃນ"));
      expect(letters(page)).toContain(letters(`ໜ້າ ${index + 1} / ${pages.length}`));
    }
    const text = letters(pages.join(""));
    for (const words of ["ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ", "ບົດລາຍງານຄວາມຄືບໜ້າ", "15/01/2024", "ຕົວຢ່າງ"]) {
      expect(text).toContain(letters(words));
    }
  });

  it("show the English report on one page, with its marks", async () => {
    const pages = await pagesOf("progress-en");
    expect(pages).toHaveLength(1);
    for (const words of [
      "Page 1 of 1",
      "(translation)",
      "(Sample)",
      "13 official; in the register 13, of which 11 sample",
    ]) {
      expect(pages[0]).toContain(words);
    }
  });

  it("repeat the head of a long table on every page", async () => {
    const pages = await pagesOf("matrix-lo");
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(letters(page)).toContain(letters("ວັນທີສິ້ນສຸດ"));
  });
});

describe("Excel files", () => {
  it("print the head of the table on every page of it, and every row", async () => {
    const pages = await pagesOf("sheet-lo");
    const table = pages.slice(0, -1);
    expect(table.length).toBeGreaterThan(1);
    for (const page of table) expect(letters(page)).toContain(letters("ວັນທີສິ້ນສຸດ"));
    const text = letters(table.join(""));
    expect(text).toContain(letters(laoTitles.identity.lo).slice(0, 12));
    for (const number of [13, 37, 60]) expect(text).toContain(letters(`ຫັນເປັນດິຈິຕອນ ${number}`));
  });

  it("hold the rest of the report behind the table", async () => {
    const pages = await pagesOf("sheet-en");
    expect(pages[0]).toContain("60 %");
    expect(pages[0]).toContain("15/12/2023");
    expect(pages.slice(1).join("")).toContain("Head of the ASEAN Division");
  });
});
