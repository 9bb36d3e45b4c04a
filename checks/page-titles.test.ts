import { expect, it } from "vitest";
import { sourceFiles } from "./source-files";

it("every page has a title of its own, which the tab and the history of the browser show", () => {
  const pages = sourceFiles(["app"]).filter(({ file }) => file.endsWith("/page.tsx"));
  const untitled = pages.filter(({ text }) => !/\bgenerateMetadata\b|export const metadata\b/.test(text));
  expect(untitled.map(({ file }) => file)).toEqual([]);
});
