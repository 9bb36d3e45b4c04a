import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { longStep } from "./step.mjs";

/** Sources of the production build, without tests, documents and operators' commands. */
const SOURCES = [
  ["address", "app", "components", "domain", "features", "server", "db", "i18n", "public"],
  ["env.ts", "proxy.ts", "instrumentation.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json"],
  ["package.json", "package-lock.json"],
].flat();
const LEFT_OUT = /(\.test\.tsx?|\.md|[\\/]db[\\/](testing.*|embedded))$/;

/**
 * True if the existing build was made from the current sources.
 * @param {string} root the clone
 */
export function isBuilt(root) {
  return builtFrom(root) === sourceHash(root);
}

/**
 * Builds the site unless the build is current.
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
 * Fingerprint of all sources of the build, and of the version of Node.
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
 * Fingerprint recorded at the last build; undefined if the site has been built by other means
 * since.
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
