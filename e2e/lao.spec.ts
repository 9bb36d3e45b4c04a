import type { Page } from "@playwright/test";
import { ask } from "./database";
import { expect, test } from "./fixtures";
import { pages } from "./pages";

test.use({ expectedErrors: [/status of 404/] });

/** Latin words that a Lao page may show: names of files and programs, keys, and what is content rather than interface. */
const known = new Set(
  "English Word Excel Ctrl Shift Enter Esc Noto Sans Lao Phetsarath Saysettha Retreat Govstack Wi Fi Japan approved".split(
    " ",
  ),
);

/** Latin words in visible text that says of itself that it is Lao. */
function latinWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (
        !element ||
        element.closest(
          "script, style, kbd, option, textarea, [translate=no], [lang=en], [lang=fr], [lang=id], [lang=th], [lang=vi]",
        )
      )
        continue;
      if (!element.checkVisibility()) continue;
      for (const word of (walker.currentNode.textContent ?? "").match(/[A-Za-z][a-z]+/g) ?? []) {
        found.add(`${word} (in: ${(walker.currentNode.textContent ?? "").trim().slice(0, 60)})`);
      }
    }
    return [...found];
  });
}

/** Text that its own box cuts off at the top or bottom, and pages wider than the window. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
      const style = getComputedStyle(element);
      const hides = style.overflowY === "hidden" || style.overflowY === "clip";
      const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const isClamped = style.webkitLineClamp !== "none";
      const isHidden = element.clientHeight <= 1 || !element.checkVisibility();
      return hides && isText && !isClamped && !isHidden && element.scrollHeight > element.clientHeight + 1;
    });
    const wide =
      document.documentElement.scrollWidth > window.innerWidth
        ? [`page ${document.documentElement.scrollWidth} wide`]
        : [];
    return [...wide, ...cut.map((element) => element.outerHTML.slice(0, 160))];
  });
}

for (const width of [1366, 390, 320]) {
  test(`Lao pages speak Lao and cut nothing off at ${width} px`, async ({ as, server }) => {
    test.setTimeout(180_000);
    const [sample] = await ask<{ id: number }>(
      server,
      "select e.id::int from plan_entries e join activities a on a.id = e.activity_id where a.code = '23-15'",
    );
    const found: string[] = [];
    for (const { path, person } of pages) {
      const page = await as(person, { lang: "lo", viewport: { width, height: 844 } });
      await page.goto(path.replace("{id}", String(sample?.id)));
      expect(await page.evaluate(() => document.documentElement.lang), path).toBe("lo");
      const words = (await latinWords(page)).filter((word) => !known.has(word.split(" ")[0] ?? ""));
      found.push(...words.map((word) => `${path}: ${word}`), ...(await clipped(page)).map((box) => `${path}: ${box}`));
      await page.context().close();
    }
    expect(found).toEqual([]);
  });
}
