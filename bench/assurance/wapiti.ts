import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TestSite } from "../../e2e/support/server";
import { mintSession, type Person, sessionCookie } from "../../e2e/support/session";
import { runScanner } from "./scanner";

export type Finding = { category: string; level: number; what: string };

/**
 * All modules except those that need a callback server, guess for hours, or start other programs.
 */
const modules = "all,-ssrf,-xxe,-nikto,-buster,-brute_login_form,-wapp";

type Report = {
  vulnerabilities: Record<string, { level: number; info: string; path: string }[]>;
  anomalies: Record<string, { level: number; info: string; path: string }[]>;
};

/**
 * Crawls the site as this person for this time, and runs the modules on the pages found.
 * @returns null if it did not end in time
 */
export async function walkSite(
  site: TestSite,
  person: Person | null,
  { folder, minutes }: { folder: string; minutes: number },
): Promise<Finding[] | null> {
  const name = (person ?? "nobody").replace(".", "-");
  const report = path.join(folder, `wapiti-${name}.json`);
  const args = ["-u", `${site.url}/`, "--scope", "folder", "-m", modules, "--level", "1"];
  const bounds = [
    "--max-scan-time",
    String(minutes * 20),
    "--max-attack-time",
    String(Math.max(2, minutes * 2)),
    // A list has one address for each order of its rows: a few of each kind are enough.
    ...["-d", "3", "--max-links-per-page", "25", "--max-files-per-dir", "25", "--max-parameters", "20"],
  ];
  const quiet = ["--flush-session", "-f", "json", "-o", report, "--no-bugreport", "-t", "20"];
  const store = ["--store-session", path.join(folder, `session-${name}`)];
  await runScanner(
    "wapiti",
    [...args, ...bounds, ...quiet, ...store, ...(await cookieOf(site, person, folder, name))],
    minutes * 3 + 1,
  );
  if (!existsSync(report)) return null;
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, "utf8")) as Report;
  return Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([category, all]) =>
    all.map(({ level, info, path: where }) => ({ category, level, what: `${where}: ${info}` })),
  );
}

/** wapiti reads cookies from a file in its own format. */
async function cookieOf(site: TestSite, person: Person | null, folder: string, name: string): Promise<string[]> {
  if (!person) return [];
  const value = await mintSession(site, person);
  const one = { value, version: 0, expires: null, secure: false, port: null };
  const file = path.join(folder, `cookies-${name}.json`);
  writeFileSync(file, JSON.stringify({ "127.0.0.1": { "/": { [sessionCookie]: one } } }));
  return ["-c", file];
}
