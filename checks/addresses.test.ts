import { expect, it } from "vitest";
import { declaredAddresses } from "@/app/query-checks";
import { sourceFiles } from "./source-files";

/** Pages and downloads by path, route groups left out. The API checks its own parameters. */
const pages = sourceFiles(["app"])
  .filter(({ file }) => /\/(page\.tsx|route\.ts)$/.test(file) && !file.startsWith("app/api/"))
  .map(({ file, text }) => {
    const folders = file.split("/").slice(1, -1);
    return {
      path: `/${folders.filter((name) => !name.startsWith("(")).join("/")}`,
      // A document reads the address of its file itself.
      reads: /[sS]earchParams|\.download\(/.test(text),
    };
  });
const declared = declaredAddresses.map(({ path }) => path as string).sort();

it("every page that reads parameters has declared its address, and every declared address is a page that reads them", () => {
  expect(pages.length).toBeGreaterThan(60);
  const reading = pages.filter(({ reads }) => reads).map(({ path }) => path);
  expect(reading.sort()).toEqual(declared);
});
