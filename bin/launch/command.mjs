import { spawn } from "node:child_process";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { fail } from "./fail.mjs";
import { isInstalled } from "./install.mjs";
import { typescript } from "./preparation.mjs";
import { root } from "./settings.mjs";
import { withDatabase } from "./with-database.mjs";

/**
 * Runs one of bin's TypeScript files as an operator's command, with the arguments and the exit code
 * of this process.
 * @param {string} purpose for example "npm run user"
 * @param {string} file for example "user.ts"
 * @param {import("./with-database.mjs").Wanted} [wanted]
 */
export async function command(purpose, file, wanted = {}) {
  try {
    if (!isInstalled(root)) throw new Refusal("The packages are not installed yet: run npm start (or npm ci) first.");
    // Ctrl-C also reaches the command itself; this process stays to clean up.
    for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => undefined);
    const run = async (/** @type {NodeJS.ProcessEnv} */ env) => {
      const args = [...typescript(root, file), ...process.argv.slice(2)];
      const child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
      process.exitCode = await new Promise((resolve) => {
        child.once("exit", (code) => resolve(code ?? 1)).once("error", () => resolve(1));
      });
      return process.exitCode === 0;
    };
    await withDatabase(purpose, run, wanted);
  } catch (error) {
    fail(error);
  }
  process.exit();
}
