import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fontFamilies, fontsConf, phetsarathFile } from "@/bin/testing/fonts.mjs";
import type { ReportFormat, ReportModel } from "@/domain/report-model";
import { renderReportHere } from "./render-here";
import { laoTitles } from "./testing-base";
import { matrixReport } from "./testing-matrix";
import { progressReport } from "./testing-progress";

/*
 * The files as a reader's program shows them: LibreOffice makes a PDF of each, whose text and pages
 * are read back. Once with each family of fonts, and no other: what the machine has installed
 * changes nothing.
 */

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../..", import.meta.url));
type Family = (typeof fontFamilies)[number];
let folder = "";

const files: readonly { name: string; format: ReportFormat; model: ReportModel }[] = [
  { name: "progress-lo", format: "docx", model: progressReport("lo") },
  { name: "progress-en", format: "docx", model: progressReport("en") },
  { name: "matrix-lo", format: "docx", model: matrixReport("lo", 60) },
  { name: "sheet-lo", format: "xlsx", model: matrixReport("lo", 60) },
  { name: "sheet-en", format: "xlsx", model: progressReport("en") },
];

beforeAll(async () => {
  expect(existsSync(phetsarathFile), `${phetsarathFile}: apt-get install fonts-lao`).toBe(true);
  folder = await mkdtemp(join(tmpdir(), "reports-"));
  const paths = await Promise.all(
    files.map(async ({ name, format, model }) => {
      const path = join(folder, `${name}.${format}`);
      await writeFile(path, await renderReportHere(model, format));
      return path;
    }),
  );
  await Promise.all(fontFamilies.map((family) => convert(family, paths)));
}, 120_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/**
 * Converts each file to PDF with only this font family installed, in a neutral language and time
 * zone.
 */
async function convert(family: Family, paths: string[]): Promise<void> {
  const settings = [`FONTCONFIG_FILE=${fontsConf(family, root)}`, "LC_ALL=C.UTF-8", "TZ=UTC"];
  const profile = `-env:UserInstallation=file://${join(folder, family.replaceAll(" ", "-"), "profile")}`;
  const outcome = ["--headless", "--convert-to", "pdf", "--outdir", join(folder, family)];
  await run("env", [...settings, "soffice", profile, ...outcome, ...paths]);
}

/** Output of a poppler program for the PDF of one file and font family. */
async function popplerOutput(program: "pdftotext" | "pdffonts", family: Family, name: string): Promise<string> {
  const file = join(folder, family, `${name}.pdf`);
  const { stdout } = await run(program, program === "pdftotext" ? ["-raw", file, "-"] : [file]);
  return stdout;
}

/** Text by page, in drawing order. Line ends are normalised, because they depend on the program. */
async function pagesOf(family: Family, name: string): Promise<string[]> {
  const pages = (await popplerOutput("pdftotext", family, name)).split("\f").slice(0, -1);
  return pages.map((page) => page.replace(/\s+/g, " "));
}

/**
 * Consonants and base vowels only: marks above and below are extracted from a PDF in arbitrary
 * order.
 */
const letters = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mn}\p{Cf}\s]/gu, "");

describe.each(fontFamilies)("with %s", (family) => {
  describe("Word files", () => {
    it("show the Lao report on one or two pages, with page x of y and the label on each", async () => {
      const pages = await pagesOf(family, "progress-lo");
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
      const pages = await pagesOf(family, "progress-en");
      expect(pages).toHaveLength(1);
      for (const words of ["Page 1 of 1", "(translation)", "(Sample)"]) {
        expect(pages[0]).toContain(words);
      }
    });

    it("repeat the head of a long table on every page", async () => {
      const pages = await pagesOf(family, "matrix-lo");
      expect(pages.length).toBeGreaterThan(2);
      for (const page of pages) expect(letters(page)).toContain(letters("ວັນທີສິ້ນສຸດ"));
    });
  });

  describe("Excel files", () => {
    it("print the table's head on every page, and every row", async () => {
      const pages = await pagesOf(family, "sheet-lo");
      const table = pages.slice(0, -1);
      expect(table.length).toBeGreaterThan(1);
      for (const page of table) expect(letters(page)).toContain(letters("ວັນທີສິ້ນສຸດ"));
      const text = letters(table.join(""));
      expect(text).toContain(letters(laoTitles.identity.lo).slice(0, 12));
      for (const number of [13, 37, 60]) expect(text).toContain(letters(`ຫັນເປັນດິຈິຕອນ ${number}`));
    });

    it("contain the rest of the report after the table", async () => {
      const pages = await pagesOf(family, "sheet-en");
      expect(pages[0]).toContain("60%");
      expect(pages[0]).toContain("15/12/2023");
      expect(pages.slice(1).join("")).toContain("Head of the ASEAN Division");
    });
  });

  it.each(files)("$name uses this font for all of its text", async ({ name }) => {
    const fonts = (await popplerOutput("pdffonts", family, name)).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(new RegExp(`^[A-Z]{6}\\+${family.replaceAll(" ", "")}\\b`));
  });
});

it.each(files)("$name has the same characters and number of pages with each font family", async ({ name }) => {
  const [first = [], ...others] = await Promise.all(fontFamilies.map((family) => pagesOf(family, name)));
  const characters = (pages: string[]) => [...pages.join("").replace(/\s/g, "")].sort().join("");
  expect(characters(first).length).toBeGreaterThan(1_000);
  for (const other of others) {
    expect(characters(other)).toBe(characters(first));
    expect(other).toHaveLength(first.length);
  }
});
