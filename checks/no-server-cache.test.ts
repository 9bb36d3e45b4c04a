import { expect, it } from "vitest";
import { sourceFiles } from "./source-files";

/**
 * What keeps pages or data on the server from one request to the next, or takes a page's drawing
 * out of the request. Actions end with `refresh()`, which leaves all of this as it was.
 */
const serverCaches =
  /"use cache|\bunstable_cache\b|\bforce-(static|cache)\b|\bexport const revalidate\b|\bgenerateStaticParams\b/;

it("keeps no page and no data on the server, which actions would have to drop (docs/decisions/0047)", () => {
  const files = sourceFiles(["app", "components", "features", "i18n", "server"]);
  expect(files.filter(({ text }) => serverCaches.test(text)).map(({ file }) => file)).toEqual([]);
});

it("revalidates in one way, so that no action can forget a page", () => {
  const files = sourceFiles(["app", "components", "features", "server"]);
  const revalidating = files.filter(({ text }) => /\brevalidate(Path|Tag)\b|\bupdateTag\b/.test(text));
  expect(revalidating.map(({ file }) => file)).toEqual([]);
});
