import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countPlaywright, countVitest, readCounts, type VitestReport } from "./counts.mjs";

const clean: VitestReport = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "counts-"));
  file = path.join(folder, "report.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

function counted(report: VitestReport, code: number) {
  writeFileSync(file, JSON.stringify(report));
  return readCounts(file, code, countVitest);
}

test("a clean run is counted as reported", () => {
  expect(counted(clean, 0)).toEqual({ passed: 7, failed: 0 });
});

test("a file that failed before its first test counts as a failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(counted({ ...clean, testResults }, 1)).toEqual({ passed: 7, failed: 1 });
});

test("skipped and todo tests count as failures", () => {
  expect(counted({ ...clean, numPendingTests: 2, numTodoTests: 1 }, 0)).toEqual({ passed: 7, failed: 3 });
  const stats = { expected: 4, unexpected: 1, flaky: 0, skipped: 1 };
  expect(countPlaywright({ stats, suites: [] })).toMatchObject({ passed: 4, failed: 2 });
});

test("two tests may need a second try; three fail", () => {
  const stats = { expected: 4, unexpected: 0, skipped: 0 };
  expect(countPlaywright({ stats: { ...stats, flaky: 2 }, suites: [] })).toMatchObject({ passed: 6, failed: 0 });
  expect(countPlaywright({ stats: { ...stats, flaky: 3 }, suites: [] })).toMatchObject({ passed: 4, failed: 3 });
});

test("tests that needed a second try are listed with their file and group", () => {
  const test = (title: string, status: string) => ({ title, tests: [{ status }] });
  const group = { title: "sign-in", specs: [test("a wrong password", "flaky"), test("a right one", "expected")] };
  const suites = [
    { title: "a.spec.ts", specs: [test("first", "flaky")], suites: [group] },
    { title: "b.spec.ts", specs: [test("second", "expected")] },
  ];
  const stats = { expected: 2, unexpected: 0, flaky: 2, skipped: 0 };
  expect(countPlaywright({ stats, suites }).retried).toEqual([
    "a.spec.ts > first",
    "a.spec.ts > sign-in > a wrong password",
  ]);
});

test("no tests, no report, or a non-zero exit code without a failed test is one failure", () => {
  expect(counted({ ...clean, numPassedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  expect(counted(clean, 1)).toEqual({ passed: 7, failed: 1 });
  expect(readCounts(path.join(folder, "none.json"), 0, countVitest)).toEqual({ passed: 0, failed: 1 });
});
