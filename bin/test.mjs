import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt } from "./launch/build.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { requireNode, root } from "./launch/settings.mjs";
import { runQuietly } from "./launch/step.mjs";
import { countPlaywright, countVitest, readCounts } from "./testing/counts.mjs";
import { startOnce } from "./testing/start-once.mjs";
import { cannotRun, finish, showProgress, step } from "./testing/steps.mjs";
import { ensureTools } from "./testing/tools.mjs";

/** `--short`: only the tests that another version of Node might break (bin/test-node.mjs). */
const isShort = process.argv.includes("--short");

const stopping = new AbortController();
const { signal } = stopping;
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stopping.abort(new Error(name)));

const SETTINGS =
  /^(NODE_ENV|DATABASE_URL|AUTH_SECRET|AUDIT_KEY|HOST|PORT|APP_ORIGIN|DATA_DIR|SAMPLE_|SESSION_|TRUSTED_PROXIES|LOG_LEVEL|EMBEDDED_DATABASE)/;
/** Tests define their own settings, so those of the shell are removed. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name))),
  // Makes programs that call `node` use this version.
  PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ""}`,
  NODE_ENV: /** @type {const} */ ("test"),
  NO_COLOR: "1",
  FORCE_COLOR: undefined,
  NEXT_TELEMETRY_DISABLED: "1",
};
const reports = mkdtempSync(path.join(tmpdir(), "asean-activity-tracker-reports-"));

const stopProgress = showProgress();
if (await step("install", install)) {
  // Two lanes for two cores: one compiles while the other runs tests.
  const [isBuilt, hasTools] = await Promise.all([compile(), test()]);
  if (isShort) await startSite(isBuilt);
  else if (isBuilt && hasTools) await step("end to end", playwright);
  else await cannotRun("end to end", isBuilt ? "fetching the tools" : "the build");
} else {
  await cannotRun("everything else", "the installation");
}
stopProgress();
rmSync(reports, { recursive: true, force: true });
finish();
process.exit();

async function install() {
  requireNode();
  await ensureInstalled(root, signal);
}

/**
 * Lint, types and the production build, one after the other, because the last two write to the same
 * folder.
 */
async function compile() {
  if (!isShort) await step("lint", () => check("@biomejs/biome/bin/biome", "check", "."));
  await step("types", async () => {
    const generated = await check("next/dist/bin/next", "typegen");
    return generated.failed ? generated : check("typescript/bin/tsc", "--noEmit");
  });
  return step("production build", () => ensureBuilt(root, signal));
}

/** @returns true if the programs that the tests need are available */
async function test() {
  const hasTools = await step("browser and tools", () => ensureTools(root, signal));
  for (const kind of ["unit", "data"]) {
    if (hasTools) await step(`${kind} tests`, () => vitest(kind));
    else await cannotRun(`${kind} tests`, "fetching the tools");
  }
  return hasTools;
}

/** @param {boolean} isBuilt */
async function startSite(isBuilt) {
  if (isBuilt) await step("one start", () => startOnce(root, env, signal));
  else await cannotRun("one start", "the build");
}

/** @param {string} kind prefix of its projects' names (vitest.config.ts) */
async function vitest(kind) {
  const file = path.join(reports, `${kind}.json`);
  const args = ["run", "--project", `${kind}*`, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code, output } = await run("vitest/vitest.mjs", args);
  return { ...readCounts(file, code, countVitest), output };
}

async function playwright() {
  const file = path.join(reports, "e2e.json");
  const more = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { code, output } = await run("@playwright/test/cli.js", ["test", "--reporter=list,json"], more);
  return { ...readCounts(file, code, countPlaywright), output };
}

/**
 * Runs a program whose exit code is its only result.
 * @param {string} program
 * @param {string[]} args
 */
async function check(program, ...args) {
  const { code, output } = await run(program, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/**
 * @param {string} program path below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [more] environment
 */
async function run(program, args, more = {}) {
  const file = path.join(root, "node_modules", program);
  const options = { cwd: root, env: { ...env, ...more }, signal, tail: 200_000 };
  const { code, stdout, stderr } = await runQuietly(process.execPath, [file, ...args], options);
  return { code, output: `${stdout}\n${stderr}` };
}
