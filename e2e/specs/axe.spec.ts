import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { everyPage } from "../access/pages";
import { expect, test } from "../support/fixtures";
import type { Person } from "../support/session";

test.use({ expectedErrors: [/status of (400|404)/] });

/**
 * In the dark only colours differ, so only they are looked at again; on a phone only the layout
 * does. Pages are made of the same parts: every second page tells of the phone, every third of the
 * dark.
 */
const looks = [
  { colorScheme: "light", width: 1366, every: 1 },
  { colorScheme: "light", width: 390, every: 2 },
  { colorScheme: "dark", width: 1366, every: 3 },
] as const;

const colours = ["color-contrast"];
/** WCAG 2.2 A and AA, and the good practice that axe knows. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Until what changed is drawn: a colour on its way would be measured as it never is. Two frames,
 * and as many more as colours need that are handed down from one moving part to the next.
 */
async function drawn(): Promise<void> {
  let frames = 0;
  do {
    await new Promise(requestAnimationFrame);
    frames += 1;
  } while (frames < 2 || (frames < 100 && document.getAnimations().length > 0));
}

/** Two halves, one for each worker. */
test.describe.configure({ mode: "parallel", timeout: 480_000 });

for (const half of [0, 1]) {
  test(`pages ${half + 1} of 2: no barrier that axe can find, in light and dark, and on a phone; no script policy broken`, async ({
    as,
    server,
  }) => {
    const pages = (await everyPage(server)).filter((_, place) => place % 2 === half);
    const found: string[] = [];
    const tabs = new Map<Person | null, Page>();
    for (const [place, { name, path, person, status = 200 }] of pages.entries()) {
      const page = tabs.get(person) ?? (await as(person));
      tabs.set(person, page);
      // Before the page is opened: with less motion no colour is met half-way when the look
      // changes.
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await page.setViewportSize({ width: 1366, height: 900 });
      const answer = await page.goto(path);
      expect(answer?.status(), name).toBe(status);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const { colorScheme, width } of looks.filter(({ every }) => place % every === 0)) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.evaluate(drawn);
        const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
        if (colorScheme === "dark") axe.withRules(colours);
        else axe.withTags(tags).disableRules(width > 400 ? [] : colours);
        const { violations } = await axe.analyze();
        const where = `${name}, ${colorScheme}, ${width}`;
        found.push(
          ...violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, any: [why] }) => `${where}: ${id}: ${html.slice(0, 160)}: ${why?.message}`),
          ),
        );
      }
    }
    expect(found).toEqual([]);
  });
}
