import AxeBuilder from "@axe-core/playwright";
import { ask } from "./database";
import { expect, test } from "./fixtures";
import { pages } from "./pages";

test.use({ expectedErrors: [/status of 404/] });

const looks = [
  { name: "wide, light", options: { viewport: { width: 1366, height: 900 }, colorScheme: "light" } },
  { name: "phone, dark", options: { viewport: { width: 390, height: 844 }, colorScheme: "dark" } },
] as const;

for (const { name, options } of looks) {
  for (const lang of ["en", "lo"] as const) {
    test(`no barrier on any page: ${name}, ${lang}`, async ({ as, server }) => {
      test.setTimeout(180_000);
      const [sample] = await ask<{ id: number }>(
        server,
        "select e.id::int from plan_entries e join activities a on a.id = e.activity_id where a.code = '23-15'",
      );
      const found: string[] = [];
      for (const { path, person } of pages) {
        const page = await as(person, { lang, ...options });
        await page.goto(path.replace("{id}", String(sample?.id)));
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        for (const { id, nodes } of violations)
          found.push(`${path}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
        await page.context().close();
      }
      expect(found).toEqual([]);
    });
  }
}
