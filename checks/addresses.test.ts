import { expect, it } from "vitest";
import { declaredAddresses } from "@/app/query-checks";
import { sourceFiles } from "./source-files";

/** Pages and downloads by path, without route groups. The API checks its own parameters. */
const pages = sourceFiles(["app"])
  .filter(({ file }) => /\/(page\.tsx|route\.ts)$/.test(file) && !file.startsWith("app/api/"))
  .map(({ file, text }) => {
    const folders = file.split("/").slice(1, -1);
    return {
      path: `/${folders.filter((name) => !name.startsWith("(")).join("/")}`,
      // Exports of documents read their address themselves.
      reads: /[sS]earchParams|\.download\(/.test(text),
    };
  });
const declared = declaredAddresses.map(({ path }) => path as string).sort();

it("every page that reads parameters has a declared address, and every declared address is a page that reads them", () => {
  expect(pages.length).toBeGreaterThan(60);
  const reading = pages.filter(({ reads }) => reads).map(({ path }) => path);
  expect(reading.sort()).toEqual(declared);
});
