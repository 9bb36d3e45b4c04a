import { expect, it } from "vitest";
import { sourceFiles } from "./source-files";

/**
 * Matches code that caches pages or data on the server across requests, or renders a page outside
 * of a request. Actions end with `refresh()`, which would not clear such caches.
 */
const serverCaches =
  /"use cache|\bunstable_cache\b|\bforce-(static|cache)\b|\bexport const revalidate\b|\bgenerateStaticParams\b/;

it("no page and no data are cached on the server, where actions would have to clear them (docs/decisions/0047)", () => {
  const files = sourceFiles(["app", "components", "features", "i18n", "server"]);
  expect(files.filter(({ text }) => serverCaches.test(text)).map(({ file }) => file)).toEqual([]);
});

it("actions use no other revalidation than `refresh()`, so that none can miss a page", () => {
  const files = sourceFiles(["app", "components", "features", "server"]);
  const revalidating = files.filter(({ text }) => /\brevalidate(Path|Tag)\b|\bupdateTag\b/.test(text));
  expect(revalidating.map(({ file }) => file)).toEqual([]);
});
