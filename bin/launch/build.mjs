import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { longStep } from "./step.mjs";

/** What the production build is made of; tests, documents and operators' commands are not. */
const SOURCES = [
  ["address", "app", "components", "domain", "features", "server", "db", "i18n", "public"],
  ["env.ts", "proxy.ts", "instrumentation.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json"],
  ["package.json", "package-lock.json"],
].flat();
const LEFT_OUT = /(\.test\.tsx?|\.md|[\\/]db[\\/](testing.*|embedded))$/;

/**
 * Whether the build at hand is of these very sources.
 * @param {string} root the clone
 */
export function isBuilt(root) {
  return builtFrom(root) === sourceHash(root);
}

/**
 * Builds the site unless that is done.
 * @param {string} root the clone
 * @param {AbortSignal} [signal]
 */
export async function ensureBuilt(root, signal) {
  const hash = sourceHash(root);
  if (builtFrom(root) === hash) return;
  rmSync(stampFile(root), { force: true });
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: /** @type {const} */ ("production"), NEXT_TELEMETRY_DISABLED: "1" };
  await longStep("Building the site", process.execPath, [next, "build"], { cwd: root, env, ...(signal && { signal }) });
  writeFileSync(stampFile(root), JSON.stringify({ hash, build: buildId(root) }));
}

/**
 * The fingerprint of everything that the build reads, and of the Node that makes it.
 * @param {string} root
 */
export function sourceHash(root) {
  const hash = createHash("sha256").update(process.version);
  for (const file of SOURCES.flatMap((name) => filesUnder(path.join(root, name)))) {
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * The fingerprint noted at the last build; nothing when somebody has built by other means since.
 * @param {string} root
 */
function builtFrom(root) {
  try {
    const { hash, build } = JSON.parse(readFileSync(stampFile(root), "utf8"));
    return build === buildId(root) ? hash : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} root */
function stampFile(root) {
  return path.join(root, ".next", "built-from.json");
}

/** @param {string} root */
function buildId(root) {
  return readFileSync(path.join(root, ".next", "BUILD_ID"), "utf8");
}

/**
 * @param {string} start file or folder; may be absent
 * @returns {string[]} in a fixed order
 */
function filesUnder(start) {
  const stats = statSync(start, { throwIfNoEntry: false });
  if (!stats || LEFT_OUT.test(start)) return [];
  if (!stats.isDirectory()) return [start];
  return readdirSync(start)
    .sort()
    .flatMap((name) => filesUnder(path.join(start, name)));
}
