import { readFileSync } from "node:fs";
import path from "node:path";
import { longStep } from "./step.mjs";

/**
 * Installs the packages unless those of the lockfile are installed. Install scripts are skipped: no
 * package needs them, and a malicious package would use them first.
 * @param {string} root the clone
 * @param {AbortSignal} [signal]
 */
export async function ensureInstalled(root, signal) {
  if (isInstalled(root)) return;
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath ?? "";
  const [command, ...first] = path.basename(npm) === "npm-cli.js" ? [process.execPath, npm] : ["npm"];
  await longStep("Installing packages", command ?? "npm", [...first, ...args], {
    cwd: root,
    ...(signal && { signal }),
  });
}

/**
 * True if node_modules contains the lockfile's packages, according to the copy of the lockfile that
 * npm writes there last; an interrupted installation has none. Optional packages may be for another
 * platform.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packagesOf(path.join(root, "package-lock.json"));
  const present = packagesOf(path.join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  const isSame = Object.entries(present).every(
    ([name, entry]) => name in wanted && wanted[name]?.version === entry.version,
  );
  const isWhole = Object.entries(wanted).every(
    ([name, entry]) => !name || entry.optional || entry.devOptional || name in present,
  );
  return isSame && isWhole;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> |
 *   undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
