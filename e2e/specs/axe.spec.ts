import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { everyPage } from "../access/pages";
import { expect, test } from "../support/fixtures";
import type { Person } from "../support/session";

test.use({ expectedErrors: [/status of (400|404)/] });

/**
 * Dark mode changes only colours, so only colours are checked again; a phone changes only the
 * layout. Pages share their components, so every second page is checked as on a phone and every
 * third in dark mode.
 */
const looks = [
  { colorScheme: "light", width: 1366, every: 1 },
  { colorScheme: "light", width: 390, every: 2 },
  { colorScheme: "dark", width: 1366, every: 3 },
] as const;

const colours = ["color-contrast"];
/** WCAG 2.2 A and AA, and axe's best practices. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Waits until a change is drawn, because colours would be measured in the middle of a transition.
 * Two frames, and more while transitions run: inherited colours start new ones in nested elements.
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
  test(`pages ${half + 1} of 2: axe finds no barrier in light, in dark or on a phone; no script policy is violated`, async ({
    as,
    server,
  }) => {
    const pages = (await everyPage(server)).filter((_, place) => place % 2 === half);
    const found: string[] = [];
    const tabs = new Map<Person | null, Page>();
    for (const [place, { name, path, person, status = 200 }] of pages.entries()) {
      const page = tabs.get(person) ?? (await as(person));
      tabs.set(person, page);
      // Set before the page is opened: with reduced motion, colours do not fade when the look
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
