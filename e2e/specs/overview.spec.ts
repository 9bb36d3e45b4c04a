import { ask } from "../support/database";
import { addEntry, addOngoing } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { send } from "../support/http";
import type { TestSite } from "../support/server";
import { mintSession, type Person } from "../support/session";

/**
 * A link of the overview with the number it shows: in its name or, if there is none, as its text.
 */
type Figure = { path: string; number: number };

const plain = (text: string) => text.replaceAll("&amp;", "&").replaceAll("<!-- -->", "");

function figuresOf(html: string): Figure[] {
  const links = plain(html).matchAll(/<a\b([^>]*href="(\/(?:activities|plans\/\d+)\?[^"]*)"[^>]*)>([\s\S]*?)<\/a>/g);
  return [...links].flatMap(([, attributes = "", path = "", content = ""]) => {
    const name = /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? content.replace(/<[^>]*>/g, " ");
    const number = /(?:^|\s)(\d+)(?: rows?)?\s*$/.exec(name.trim())?.[1];
    return number === undefined ? [] : [{ path: path.replace(/#.*/, ""), number: Number(number) }];
  });
}

/** The number of rows that the page behind the link reports. */
function rowsOf(path: string, html: string): number {
  if (path.startsWith("/activities")) return Number(/>(\d+) rows?</.exec(plain(html))?.[1]);
  const rows = /id="rows"[\s\S]*?<\/section>\s*<\/section>/.exec(html)?.[0] ?? "";
  return [...rows.matchAll(/<th[^>]*scope="row"/g)].length;
}

/** Entries of 2022 for every case that the overview distinguishes. */
async function fill(site: TestSite): Promise<void> {
  await addOngoing(site, { lead: "LA", titleLo: "ກິດຈະກຳ" });
  await addOngoing(site, { lead: "TH", participants: ["LA"], schedule: "delayed" });
  await addOngoing(site, { lead: "TH", status: "completed", progress: 100 });
  await addOngoing(site, { lead: "VN", isConfidential: true });
  await addEntry(site, { lead: "LA" });
  await addEntry(site, { lead: "TH", stage: "deferred" });
}

test.describe("the overview", () => {
  const people: Person[] = ["manager", "viewer", "focal.la"];
  for (const person of people) {
    test(`leads ${person} from each number to the same number of rows`, async ({ server }) => {
      await fill(server);
      const session = await mintSession(server, person);
      for (const address of person === "manager" ? ["/", "/?period=CYCLE-2022"] : ["/?period=CYCLE-2022"]) {
        const page = await send(server, address, { session });
        expect(page.status).toBe(200);
        const figures = new Map(figuresOf(page.text).map((figure) => [`${figure.path} ${figure.number}`, figure]));
        expect(figures.size, address).toBeGreaterThan(10);
        const answers = await Promise.all(
          [...figures.values()].map(async (figure) => {
            const { status, text } = await send(server, figure.path, { session });
            // Without rows there is no table and no total.
            return { ...figure, status, rows: rowsOf(figure.path, text) };
          }),
        );
        for (const { path, number, status, rows } of answers) {
          expect(status, path).toBe(200);
          expect(rows, path).toBe(number);
        }
      }
    });
  }

  test("shows the reference date of a period that is over, and opens each chart as a table", async ({ as, server }) => {
    await ask(server, "delete from settings where key = 'current_cycle'");
    const page = await as("manager");
    await page.goto("/?period=CYCLE-2023");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview 2023");
    await expect(page.getByRole("status").first()).toContainText("25 Aug 2023");
    const strip = page.getByRole("region", { name: "Approved entries by status", exact: true });
    await expect(strip).toContainText("Change since 2nd ADGSOM–ATRC Leaders’ Retreat 2023");
    const states = page.getByRole("region", { name: "Status by member state", exact: true });
    await states.getByText("View as table").click();
    const laos = states.getByRole("row", { name: /Lao PDR/ });
    await laos.getByRole("link").last().click();
    await expect(page).toHaveURL(/\/activities\?period=CYCLE-2023&stage=approved&state=LA$/);
    await expect(page.getByText("2 rows")).toBeVisible();
  });
});
