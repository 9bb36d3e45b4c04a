import { spawn } from "node:child_process";
import { Refusal } from "../../db/embedded/refusal.mjs";

/**
 * @typedef {{ cwd: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal, tail?: number }} Options
 */

/** Default number of characters of a command's output that are remembered. */
const TAIL = 8_000;

/**
 * Runs one long command and shows its progress: a running timer in a terminal, an occasional line
 * in a log.
 * @param {string} title the current action, for example "Installing packages"
 * @param {string} command
 * @param {string[]} args
 * @param {Options} options
 * @returns {Promise<string>} the end of its standard output
 * @throws {Refusal} with the end of its output if it fails
 */
export async function longStep(title, command, args, options) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const isTerminal = process.stdout.isTTY === true;
  say(isTerminal ? `  ${title} …` : `  ${title} …\n`);
  let isDone = false;
  const timer = isTerminal
    ? setInterval(() => say(`\r  ${title} … ${seconds()} s`), 1000)
    : setInterval(() => say(`  ${title} … ${seconds()} s\n`), 10_000);
  try {
    const { code, stdout, stderr } = await runQuietly(command, args, options);
    if (options.signal?.aborted) throw options.signal.reason;
    if (code !== 0) throw new Refusal(`${stdout}${stderr}`.trim() || `${title} failed with exit code ${code}.`);
    isDone = true;
    return stdout;
  } finally {
    clearInterval(timer);
    say(`${isTerminal ? "\r\u001b[2K" : ""}  ${title}: ${isDone ? "" : "failed after "}${seconds()} s\n`);
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Options} options
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} the end of its output; code
 *   127 if it could not be started
 */
export function runQuietly(command, args, { cwd, env, signal, tail = TAIL }) {
  return new Promise((resolve) => {
    // npm is a batch file on Windows.
    const shell = process.platform === "win32" && command === "npm";
    const child = spawn(command, args, { cwd, env: env ?? process.env, shell, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => child.kill("SIGTERM");
    signal?.addEventListener("abort", stop, { once: true });
    const output = { stdout: "", stderr: "" };
    for (const name of /** @type {const} */ (["stdout", "stderr"])) {
      child[name].setEncoding("utf8").on("data", (chunk) => {
        output[name] = (output[name] + chunk).slice(-tail);
      });
    }
    child.once("error", (error) => resolve({ code: 127, stdout: "", stderr: error.message }));
    child.once("close", (code) => {
      signal?.removeEventListener("abort", stop);
      resolve({ code: code ?? 1, ...output });
    });
  });
}

/** @param {string} text */
export function say(text) {
  process.stdout.write(text);
}
