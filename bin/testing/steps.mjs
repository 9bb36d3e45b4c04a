import { fail } from "../launch/fail.mjs";
import { say } from "../launch/step.mjs";

/**
 * @typedef {import("./counts.mjs").Counts} Counts
 * @typedef {Counts & { output?: string }} Outcome `output` is shown if something failed or needed
 *   a second try
 */

const began = Date.now();
const total = { passed: 0, failed: 0 };
/** Names of the tests that needed a second try. @type {string[]} */
const retried = [];
/** @type {Set<string>} */
const current = new Set();

/**
 * Runs one step, prints its duration, and adds its tests to the total.
 * @param {string} name
 * @param {() => Promise<Outcome | void>} work no outcome = one passed check; an exception = one
 *   failed check
 * @returns {Promise<boolean>} true if nothing failed
 */
export async function step(name, work) {
  const started = Date.now();
  current.add(name);
  /** @type {Outcome} */
  let outcome = { passed: 1, failed: 0 };
  try {
    outcome = (await work()) ?? outcome;
  } catch (error) {
    fail(error);
    outcome = { passed: 0, failed: 1 };
  }
  current.delete(name);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  const again = outcome.retried ?? [];
  retried.push(...again);
  const atSecond = again.length > 0 ? `, ${again.length} at the second try` : "";
  if ((outcome.failed > 0 || atSecond) && outcome.output) say(`${outcome.output.trim()}\n`);
  const mark = outcome.failed === 0 ? "ok" : "FAILED";
  say(
    `${mark.padEnd(7)}${name.padEnd(22)}${seconds(started).padStart(6)} s   ${outcome.passed} passed, ${outcome.failed} failed${atSecond}\n`,
  );
  return outcome.failed === 0;
}

/**
 * Counts a step that cannot run, because an earlier one failed, as failed and not as skipped.
 * @param {string} name
 * @param {string} reason
 */
export function cannotRun(name, reason) {
  return step(name, async () => ({ passed: 0, failed: 1, output: `${name}: not run, because ${reason} failed.` }));
}

/** Prints the running steps from time to time, until the returned function is called. */
export function showProgress() {
  const timer = setInterval(() => say(`       … ${seconds(began)} s: ${[...current].join(", ")}\n`), 15_000);
  return () => clearInterval(timer);
}

/** Lists the tests that needed a second try, prints the last line and sets the exit code. */
export function finish() {
  if (retried.length > 0) say(`At the second try:\n${retried.map((name) => `  ${name}\n`).join("")}`);
  say(`${seconds(began)} s in all\n${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** @param {number} since */
function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}
