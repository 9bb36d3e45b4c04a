import { expect, it } from "vitest";
import { sourceFiles } from "./source-files";

it("titles of pages are made without the joiners of what is drawn", () => {
  const found = sourceFiles(["app"]).flatMap(({ file, text }) => {
    const [metadata = ""] = /export async function generateMetadata[\s\S]*?\n}\n/.exec(text) ?? [];
    return /\bgetTranslations\b/.test(metadata) && !metadata.includes("stripJoiners") ? [file] : [];
  });
  expect(found).toEqual([]);
});
