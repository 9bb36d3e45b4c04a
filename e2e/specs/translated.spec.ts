import type { Page } from "@playwright/test";
import { addEntry, addOngoing } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { words } from "../support/labels";
import type { TestSite } from "../support/server";
import type { Person } from "../support/session";

const w = words("en");

/** Waits until scripts handle the form that has this button. */
async function untilReady(page: Page, button: string): Promise<void> {
  const form = page.locator("main form, form").filter({ has: page.getByRole("button", { name: button }) });
  await expect
    .poll(() => form.first().evaluate((one) => Object.keys(one).some((key) => key.startsWith("__reactProps"))))
    .toBe(true);
}

/** Replaces every text as browsers do that translate a page: by an element that has it. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.nodeValue?.trim() || parent?.closest("script, style, textarea, option, title, svg")) continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.nodeValue.toUpperCase();
      outer.append(inner);
      parent?.replaceChild(outer, text);
    }
  });
}

type Form = {
  name: string;
  person: Person | null;
  page: (site: TestSite) => Promise<string> | string;
  button: string;
  /** What is typed; the rest stays as it is, and the server refuses it. */
  type?: Readonly<Record<string, string>>;
};

const forms: readonly Form[] = [
  {
    name: "sign-in",
    person: null,
    page: () => "/sign-in",
    button: w("auth.signIn"),
    type: { email: "a@b.example", password: "wrong" },
  },
  {
    name: "new activity",
    person: "officer",
    page: () => "/activities/new",
    button: w("activity.edit.create"),
  },
  {
    name: "edit",
    person: "officer",
    page: async (site) => `/activities/${(await addEntry(site)).id}/edit`,
    button: w("activity.edit.save"),
    type: { titleEn: "" },
  },
  {
    name: "report",
    person: "officer",
    page: async (site) => `/activities/${(await addOngoing(site)).id}/report`,
    button: w("activity.report.save"),
    type: { progress: "half" },
  },
  {
    name: "comment",
    person: "officer",
    page: async (site) => `/activities/${(await addOngoing(site)).id}/comments/new`,
    button: w("comments.save"),
  },
  {
    name: "deadline",
    person: "officer",
    page: async (site) => `/activities/${(await addOngoing(site)).id}/deadlines/new`,
    button: w("deadlines.save"),
  },
  {
    name: "share of a member state",
    person: "officer",
    page: async (site) => `/activities/${(await addOngoing(site, { lead: "LA" })).id}/states/LA`,
    button: w("activity.state.save"),
    type: { note: "" },
  },
  {
    name: "key",
    person: "officer",
    page: () => "/settings/keys",
    button: w("api.keys.make"),
  },
];

for (const { name, person, page: address, button, type = {} } of forms) {
  test(`a translated page shows why a form is refused: ${name}`, async ({ as, server }) => {
    const page = await as(person);
    await page.goto(await address(server));
    await untilReady(page, button);
    for (const [field, text] of Object.entries(type)) await page.locator(`[name="${field}"]`).first().fill(text);
    await page.evaluate(() => {
      for (const form of document.forms) form.noValidate = true;
    });
    await translate(page);
    await page.getByRole("button", { name: new RegExp(`^${button}$`, "i") }).click();
    await expect(page.getByRole("main").getByRole("alert").first()).toBeVisible();
    await expect(page.getByText(w("crash.title"))).toHaveCount(0);
    // The button says again what it does, in words that React can still change.
    await expect(page.getByRole("button", { name: button, exact: true })).toBeEnabled();
  });
}
