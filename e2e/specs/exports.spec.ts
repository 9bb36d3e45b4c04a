import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { locales } from "../../domain/vocabulary";
import { ask } from "../support/database";
import { addOngoing } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { send, sessionsOf } from "../support/http";
import { words } from "../support/labels";
import { partsOf, textsOfPaper } from "../support/paper";
import type { TestSite } from "../support/server";
import { emailOf, type Person, people } from "../support/session";

let sessions: Record<Person, string>;

test.beforeAll(async ({ server }) => {
  sessions = await sessionsOf(server, people);
  await ask(server, "delete from settings where key = 'home_organisation'");
  // In a year that no other spec counts.
  await addOngoing(server, { lead: "LA", isConfidential: true, titleEn: "A confidential one", year: 2022 });
  await addOngoing(server, { lead: "TH", titleEn: '=HYPERLINK("http://evil.example")', year: 2022 });
});

/** The distinct activity codes in a text. */
const codesIn = (text: string) =>
  [...new Set(text.match(/(?<![\w-])(?:\d\d-\d\d|E\d+-[a-z0-9]+-\d+)(?![\w-])/g) ?? [])].sort();

const csvRows = (bytes: Buffer): string[][] => parse(bytes, { bom: true, relax_column_count: true });

async function sheetOf(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  // ExcelJS declares an older Buffer than Node's.
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error("a book without a sheet");
  return sheet;
}

/** All texts of a workbook, cell by cell. */
async function textsOfBook(bytes: Buffer): Promise<string> {
  const book = new ExcelJS.Workbook();
  // ExcelJS declares an older Buffer than Node's.
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const texts: string[] = [];
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => void texts.push(cell.text)));
  return texts.join("\n");
}

async function download(site: TestSite, person: Person, path: string) {
  const answer = await send(site, path, { session: sessions[person] });
  expect(answer.status, `${person}: ${path}`).toBe(200);
  return answer;
}

/** The text of a page's HTML, without scripts. */
function wordsOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return main.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]+>/g, "\n");
}

/** The text that the page shows. */
async function seen(site: TestSite, person: Person, path: string): Promise<string> {
  const { text, status } = await send(site, path, { session: sessions[person] });
  expect(status, `${person}: ${path}`).toBe(200);
  return wordsOf(text);
}

for (const person of people) {
  test(`${person}: the list's files contain exactly the rows of the pages`, async ({ server }) => {
    const pages: string[] = [];
    for (let page = 1; ; page += 1) {
      const path = `/activities?size=100&page=${page}`;
      if (page > 1 && (await send(server, path, { session: sessions[person] })).status === 404) break;
      pages.push(await seen(server, person, path));
    }
    const shown = codesIn(pages.join("\n"));
    expect(shown.length).toBeGreaterThan(10);
    const file = (format: string) => download(server, person, `/activities/export?format=${format}&lang=en`);
    expect(codesIn((await file("csv")).text)).toEqual(shown);
    expect(codesIn(await textsOfBook((await file("xlsx")).bytes))).toEqual(shown);
    expect(codesIn(textsOfPaper((await file("docx")).bytes))).toEqual(shown);
    const isDesk = ["admin", "manager", "officer"].includes(person);
    expect((await file("csv")).text.includes("A confidential one")).toBe(isDesk);
  });

  test(`${person}: both reports contain what their pages show, in every format`, async ({ server }) => {
    const reports = ["/reports/work-plan", "/reports/country-progress"];
    for (const report of reports) {
      const state = person === "focal.th" ? "TH" : "LA";
      const query = report.endsWith("plan") ? "plan=CYCLE-2022" : `state=${state}&period=CYCLE-2022`;
      const page = await download(server, person, `${report}?${query}`);
      // What stands beside the paper is for its maker, and in no file.
      const [sheet = ""] = page.text.match(/<article[\s\S]*<\/article>/) ?? [];
      const shown = codesIn(wordsOf(sheet));
      const file = (format: string) => download(server, person, `${report}/export?${query}&format=${format}`);
      expect(shown.length, report).toBeGreaterThan(0);
      expect(codesIn(textsOfPaper((await file("docx")).bytes)), report).toEqual(shown);
      expect(codesIn(await textsOfBook((await file("xlsx")).bytes)), report).toEqual(shown);
      // CSV contains the tables and no text between them.
      const tables = page.text.match(/<table[\s\S]*?<\/table>/g) ?? [];
      expect(codesIn((await file("csv")).text), report).toEqual(codesIn(tables.map(wordsOf).join("\n")));
    }
  });
}

for (const lang of locales) {
  const w = words(lang);

  test(`${lang}: from the table to a file with a name in that language, and a line in the audit log`, async ({
    as,
    server,
  }) => {
    const page = await as("officer", { lang });
    await page.goto("/activities?period=CYCLE-2023&sort=code.asc");
    await page.getByText(w("activities.export"), { exact: true }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("link", { name: w("reports.format.csv"), exact: true })
        .first()
        .click(),
    ]);
    expect(file.suggestedFilename()).toMatch(lang === "lo" ? /\p{Script=Lao}.*\.csv$/u : /^[\w ,.–-]+\.csv$/);
    const rows = csvRows(readFileSync(await file.path()));
    const codes = rows.slice(1).map((row) => row.find((cell) => codesIn(cell).length > 0) ?? "");
    expect(codes).toEqual([...codes].sort());
    const [audit] = await ask(
      server,
      "select action, actor_name, after from audit_log where action ilike '%export%' order by seq desc limit 1",
    );
    expect(audit).toMatchObject({ actor_name: "Sample officer", after: { format: "csv", language: lang } });
    const [user] = await ask(server, "select name from users where email = $1", [emailOf("officer")]);
    expect(audit?.actor_name).toBe(user?.name);
  });

  test(`${lang}: a Word file has a Lao font in every script slot; a book has a frozen, filtered head and real dates`, async ({
    server,
  }) => {
    const query = `state=LA&period=CYCLE-2023&lang=${lang}`;
    const paper = await download(server, "officer", `/reports/country-progress/export?${query}&format=docx`);
    const parts = partsOf(paper.bytes);
    const styles = `${parts["word/styles.xml"]}${parts["word/document.xml"]}`;
    const fonts = [...styles.matchAll(/<w:rFonts [^>]*>/g)].map(([tag]) => tag);
    expect(fonts.length).toBeGreaterThan(0);
    for (const tag of fonts)
      for (const slot of ["ascii", "hAnsi", "cs", "eastAsia"]) expect(tag).toContain(`w:${slot}="`);
    expect(textsOfPaper(paper.bytes)).toContain(
      lang === "lo" ? "ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ" : "Ministry of Technology and Communications",
    );
    expect(Object.values(parts).join("")).not.toMatch(/\/home\/|\/tmp\/|localhost|root@/);

    const book = await download(
      server,
      "officer",
      `/activities/export?format=xlsx&lang=${lang}&cols=code,title,updated,progress`,
    );
    const sheet = await sheetOf(book.bytes);
    expect(sheet.views[0]).toMatchObject({ state: "frozen" });
    expect(sheet.autoFilter).toBeTruthy();
    const dates: unknown[] = [];
    const formulas: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value instanceof Date) dates.push(cell.value);
        if (cell.formula) formulas.push(cell.formula);
      }),
    );
    expect(dates.length).toBeGreaterThan(5);
    expect(formulas).toEqual([]);
  });
}

test("a text that a spreadsheet would execute is escaped in CSV", async ({ server }) => {
  const { bytes } = await download(server, "officer", "/activities/export?format=csv&lang=en&period=CYCLE-2022");
  const cells = csvRows(bytes).flat();
  expect(cells.filter((cell) => cell.includes("HYPERLINK"))).toHaveLength(1);
  expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
});

test("a sample row is marked in every file", async ({ server }) => {
  for (const lang of locales) {
    const mark = words(lang)("ui.sample").replaceAll("\u2060", "");
    const file = (format: string) =>
      download(server, "viewer", `/activities/export?format=${format}&lang=${lang}&sample=yes`);
    expect((await file("csv")).text).toContain(mark);
    expect(await textsOfBook((await file("xlsx")).bytes)).toContain(mark);
    expect(textsOfPaper((await file("docx")).bytes)).toContain(mark);
  }
});
