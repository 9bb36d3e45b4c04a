import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { runQuietly } from "../launch/step.mjs";
import { hasChromium, systemChromium } from "./browser.mjs";
import { phetsarathFile } from "./fonts.mjs";

const OFFICE = ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "libreoffice-impress-nogui"];

/**
 * Finds or downloads the tools that tests need beside Node and npm packages: a browser, programs
 * that open exported documents, and the documents' font.
 * @param {string} root the clone
 * @param {AbortSignal} [signal]
 * @throws {Refusal} in one line with the command to run
 */
export async function ensureTools(root, signal) {
  const options = { cwd: root, ...(signal && { signal }) };
  if (!systemChromium() && !(await hasChromium())) {
    const playwright = path.join(root, "node_modules", "@playwright", "test", "cli.js");
    await runQuietly(process.execPath, [playwright, "install", "chromium"], options);
  }
  const missing = await missingPackages();
  if (missing.length === 0) return;
  const install = `apt-get install -y ${missing.join(" ")}`;
  if (process.getuid?.() !== 0) throw new Refusal(`The tests need packages that are not here; as root run: ${install}`);
  const lock = ["-o", "DPkg::Lock::Timeout=300"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("apt-get", ["update", ...lock], { ...options, env });
  const { code, stderr } = await runQuietly("apt-get", ["install", "-y", ...lock, ...missing], { ...options, env });
  if (code !== 0 || (await missingPackages()).length > 0) {
    throw new Refusal(`The tests need packages that could not be installed (${install}): ${lastLine(stderr)}`);
  }
}

/** Debian's package names of what is missing. */
async function missingPackages() {
  const missing = new Set();
  if (!(await hasChromium())) missing.add("chromium-headless-shell");
  if (!isThere("soffice", "--version")) for (const name of OFFICE) missing.add(name);
  if (!isThere("pdftotext", "-v") || !isThere("pdftoppm", "-v")) missing.add("poppler-utils");
  if (!existsSync(phetsarathFile)) missing.add("fonts-lao");
  return [...missing];
}

/**
 * @param {string} program
 * @param {string} harmless
 */
function isThere(program, harmless) {
  return spawnSync(program, [harmless], { stdio: "ignore" }).error === undefined;
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split("\n").at(-1);
}
