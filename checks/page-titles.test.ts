import { expect, it } from "vitest";
import { sourceFiles } from "./source-files";

it("titles of pages are made without the joiners of what is drawn", () => {
  const found = sourceFiles(["app"]).flatMap(({ file, text }) => {
    const [metadata = ""] = /export async function generateMetadata[\s\S]*?\n}\n/.exec(text) ?? [];
    return /\bgetTranslations\b/.test(metadata) && !metadata.includes("stripJoiners") ? [file] : [];
  });
  expect(found).toEqual([]);
});

it("every page has a title of its own, which the tab and the history of the browser show", () => {
  const pages = sourceFiles(["app"]).filter(({ file }) => file.endsWith("/page.tsx"));
  const untitled = pages.filter(({ text }) => !/\bgenerateMetadata\b|export const metadata\b/.test(text));
  expect(untitled.map(({ file }) => file)).toEqual([]);
});
