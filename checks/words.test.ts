import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { repositoryFiles } from "./references";
import { commentLinesIn, objectsSpreadInPlace, retiredWordsIn } from "./words";

const programs = repositoryFiles()
  // This check names the words that it refuses.
  .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.startsWith("checks/words"))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

it("comments are at most 100 characters wide", () => {
  const wide = programs.flatMap(({ file, text }) =>
    commentLinesIn(text)
      .filter(({ width }) => width > 100)
      .map(({ line }) => `${file}:${line}`),
  );
  expect(wide).toEqual([]);
});

it("names and comments use none of the retired words", () => {
  expect(programs.flatMap(({ file, text }) => retiredWordsIn(text).map((word) => `${file}: ${word}`))).toEqual([]);
});

it("no object literal is spread in place to keep its keys on one line", () => {
  expect(programs.filter(({ text }) => objectsSpreadInPlace(text)).map(({ file }) => file)).toEqual([]);
});

it("every decision has a status and a date", () => {
  const status = /^# \d+\. .+\n\n\*\*Status\.\*\* (Accepted|Superseded)[^\n]*\*\*Date\.\*\* 20\d\d-\d\d-\d\d\.\n/;
  const without = readdirSync("docs/decisions").filter(
    (file) => !status.test(readFileSync(`docs/decisions/${file}`, "utf8")),
  );
  expect(without).toEqual([]);
});

it("the checks find what they look for", () => {
  expect(commentLinesIn(`const a = 1;\n  // ${"x".repeat(120)}\n`)).toEqual([{ line: 2, width: 125 }]);
  expect(retiredWordsIn("const settled = foreseeAll(ground);")).toEqual(["foreseeAll", "ground"]);
  expect(retiredWordsIn("const background = playground;")).toEqual([]);
  expect(objectsSpreadInPlace("return { ...{ a, b }, c };")).toBe(true);
  expect(objectsSpreadInPlace("return { ...rest, ...(c ? { a } : {}) };")).toBe(false);
});
