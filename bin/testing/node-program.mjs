import { Refusal } from "../../db/embedded/refusal.mjs";
import { runQuietly } from "../launch/step.mjs";

/**
 * Recommended versions of Node by major version, as published in npm's packages of the bare
 * program. @type {Readonly<Record<string, string>>}
 */
const VERSIONS = { 22: "22.23.5", 24: "24.22.3" };

/**
 * The program of another version of Node, downloaded into npm's cache. The packages
 * node-<system>-<processor> contain nothing else and run no script.
 * @param {string} major
 * @param {string} root the clone
 * @returns {Promise<string>} its path
 * @throws {Refusal} if there is none
 */
export async function nodeProgram(major, root) {
  if (process.versions.node.split(".")[0] === major) return process.execPath;
  const version = VERSIONS[major];
  if (!version) throw new Refusal(`Node ${major} is none of ${Object.keys(VERSIONS).join(", ")}.`);
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}@${version}`;
  const args = ["exec", "--yes", "--ignore-scripts", `--package=${name}`, "--", "node", "-p", "process.execPath"];
  const { code, stdout, stderr } = await runQuietly("npm", args, { cwd: root });
  if (code !== 0) throw new Refusal(`Node ${version} could not be fetched (${name}): ${stderr.trim()}`);
  return stdout.trim();
}
