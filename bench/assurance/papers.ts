import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { homedir, hostname, userInfo } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { freePort } from "../../db/embedded/server";
import { locales } from "../../domain/vocabulary";
import { send } from "../../e2e/support/http";
import { root } from "../../e2e/support/server";
import { mintSession } from "../../e2e/support/session";
import { asTestSite, openBenchEnvironment, openSite } from "../environment";
import { conclude } from "../verdict";

/**
 * Opens every file that the site makes, in both languages and each format, in LibreOffice and reads
 * it back from its PDF: it opens, its Lao is complete, and it does not reveal who made it or where.
 * Needs LibreOffice and pdftotext (apt-get install libreoffice poppler-utils).
 *
 *     npm run bench:papers
 */
const formats = ["csv", "xlsx", "docx"] as const;
type Format = (typeof formats)[number];
const sources: Readonly<Record<string, { address: string; formats: readonly Format[] }>> = {
  list: { address: "/activities/export?period=CYCLE-2023&", formats },
  "country-progress": { address: "/reports/country-progress/export?state=LA&period=CYCLE-2023&", formats },
  "work-plan": { address: "/reports/work-plan/export?plan=CYCLE-2023&", formats },
  "yearly-progress": { address: "/reports/yearly-progress/export?period=CYCLE-2023&", formats },
  audit: { address: "/admin/audit/export?", formats: ["csv", "xlsx"] },
};
const expected = Object.values(sources).reduce((sum, { formats }) => sum + formats.length * locales.length, 0);
/**
 * The share of the letters that must be in the PDF, which may wrap lines and order vowels and marks
 * differently.
 */
const WHOLE = 0.98;

const environment = await openBenchEnvironment();
const port = await freePort();
const opened = openSite(environment, { port, origin: `http://127.0.0.1:${port}` });
await opened.ready;
const site = asTestSite(environment, `http://127.0.0.1:${port}`);
const session = await mintSession(site, "admin");
const folder = mkdtempSync("/var/tmp/asean-activity-tracker-papers-");
// A separate connection for each request: the site closes idle ones while LibreOffice works.
const agent = new Agent();
const faults: string[] = [];
const counts = { files: 0, lao: 0, pages: 0 };
for (const [name, { address, formats }] of Object.entries(sources)) {
  for (const lang of locales)
    for (const format of formats) await check(`${name}-${lang}.${format}`, address, format, lang);
}
await opened.stop();
await environment.stop();
rmSync(folder, { recursive: true, force: true });
for (const fault of faults) console.log(fault);
process.exit(
  conclude([
    {
      what: "every file opens, with its Lao whole, and says nothing of who made it",
      figure: `${counts.files} files, ${counts.pages} pages, ${counts.lao} Lao letters; faults ${faults.length}`,
      holds: counts.files === expected && faults.length === 0,
    },
  ]),
);

async function check(name: string, source: string, format: Format, lang: string): Promise<void> {
  const { status, bytes } = await send(site, `${source}format=${format}&lang=${lang}`, { session, lang, agent });
  if (status !== 200) return void faults.push(`${name}: ${status}`);
  counts.files += 1;
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const parts = format === "csv" ? {} : unzipSync(bytes);
  for (const leak of leaksIn(parts, bytes)) faults.push(`${name}: tells ${leak}`);
  const read = readBack(file);
  if (read === undefined) return void faults.push(`${name}: LibreOffice does not open it`);
  counts.pages += read.split("\f").length - 1;
  const own = format === "csv" ? bytes.toString("utf8") : wordsOf(parts);
  const [wanted, found] = [laoLetters(own), laoLetters(read)];
  counts.lao += wanted;
  if (read.includes("\ufffd")) faults.push(`${name}: has characters that cannot be read`);
  if (lang === "lo" && wanted === 0) faults.push(`${name}: has no Lao at all`);
  if (found < wanted * WHOLE) faults.push(`${name}: ${found} of ${wanted} Lao letters are in the PDF`);
}

/**
 * @returns the text that LibreOffice reads, through a PDF; for a plain table, whose cells a page
 *   would cut off, as a table
 */
function readBack(file: string): string | undefined {
  const out = `${file}.out`;
  mkdirSync(out);
  const isTable = file.endsWith(".csv");
  // As UTF-8 with commas; otherwise LibreOffice asks.
  const to = isTable
    ? ["--infilter=CSV:44,34,76,1", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"]
    : ["--convert-to", "pdf"];
  const options = ["--headless", `-env:UserInstallation=file://${folder}/profile`, ...to, "--outdir", out];
  spawnSync("soffice", [...options, file], { stdio: "ignore", timeout: 180_000 });
  const made = path.join(out, path.basename(file).replace(/\.\w+$/, isTable ? ".csv" : ".pdf"));
  if (!existsSync(made)) return undefined;
  if (isTable) return readFileSync(made, "utf8");
  return execFileSync("pdftotext", ["-enc", "UTF-8", made, "-"], { encoding: "utf8", maxBuffer: 64_000_000 });
}

/** Consonants only: the part of Lao text that every program writes in the same order. */
function laoLetters(text: string): number {
  return text.match(/[\u0e81-\u0eae]/g)?.length ?? 0;
}

/** The texts of a workbook's cells, once per occurrence, or of a Word document's paragraphs. */
function wordsOf(parts: Record<string, Uint8Array>): string {
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  if (parts["word/document.xml"]) return text("word/document.xml").replaceAll(/<[^>]+>/g, "");
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item]) =>
    (item ?? "").replaceAll(/<[^>]+>/g, ""),
  );
  const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  const cells = sheets.flatMap((name) => [...text(name).matchAll(/t="s"[^>]*><v>(\d+)<\/v>/g)]);
  return cells.map(([, index]) => shared[Number(index)] ?? "").join("\n");
}

/** Names of this machine in the file, and its author in the metadata. */
function leaksIn(parts: Record<string, Uint8Array>, bytes: Buffer): string[] {
  const texts =
    Object.keys(parts).length > 0 ? Object.values(parts).map((part) => strFromU8(part)) : [bytes.toString("utf8")];
  const all = texts.join("\n");
  const ours = [
    root,
    hostname(),
    `${homedir()}/`,
    "/tmp/",
    "/var/tmp",
    "localhost",
    "127.0.0.1",
    environment.databaseUrl,
  ];
  const told = ours.filter((word) => word.length > 3 && all.includes(word));
  const core = strFromU8(parts["docProps/core.xml"] ?? new Uint8Array());
  const makers = [...core.matchAll(/<(dc:creator|cp:lastModifiedBy)>([^<]*)</g)].map(([, , maker]) => maker ?? "");
  const names = [userInfo().username, "Sample administrator", "Un-named", "Unknown"];
  return [...told, ...makers.filter((maker) => names.includes(maker))];
}
