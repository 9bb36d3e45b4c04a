import { readFileSync } from "node:fs";

/**
 * @typedef {{ passed: number, failed: number, retried?: string[] }} Counts retried: the names of
 *   tests that needed a second try
 *
 * The part of Vitest's JSON report that is used here.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }}
 *   VitestReport
 *
 * The same for Playwright.
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string }[] }[], suites?:
 *   PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   suites: PlaywrightSuite[] }} PlaywrightReport
 */

/**
 * A file that failed before its first test counts as one failed test. A skipped test proves nothing
 * and counts as failed.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length + skipped };
}

/**
 * A browser on a loaded machine may miss a click, so each test has a second try, and the tests that
 * needed it are listed at the end. More than two of them are no coincidence and count as a failure.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, suites }) {
  const isChance = stats.flaky <= 2;
  return {
    passed: stats.expected + (isChance ? stats.flaky : 0),
    failed: stats.unexpected + stats.skipped + (isChance ? 0 : stats.flaky),
    retried: suites.flatMap((suite) => retriedIn(suite)),
  };
}

/**
 * @param {PlaywrightSuite} suite a file, or a group of tests in it
 * @param {string[]} above titles of the enclosing suites
 * @returns {string[]} the full titles of its tests that needed a second try
 */
function retriedIn({ title, specs = [], suites = [] }, above = []) {
  const titles = [...above, title];
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky"));
  return [
    ...own.map((spec) => [...titles, spec.title].join(" > ")),
    ...suites.flatMap((inner) => retriedIn(inner, titles)),
  ];
}

/**
 * The counts of a finished run, consistent with its exit code: no report, no tests, or a failure
 * outside of any test (such as an unhandled rejection) counts as one failure.
 * @template Report
 * @param {string} file the JSON report
 * @param {number} code the runner's exit code
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
export function readCounts(file, code, count) {
  const counts = read(file, count);
  const isWrong = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return isWrong ? { ...counts, failed: 1 } : counts;
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Counts} count
 */
function read(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
