import { addOngoing } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { words } from "../support/labels";
import type { TestSite } from "../support/server";

const w = words("en");

test.use({ expectedErrors: [/status of 404|UnrecognizedActionError|was not found on the server/] });

type Form = {
  name: string;
  page: (site: TestSite) => Promise<string> | string;
  button: string;
  type: Readonly<Record<string, string>>;
};

const forms: readonly Form[] = [
  {
    name: "a comment, of which a copy is kept",
    page: async (site) => `/activities/${(await addOngoing(site)).id}/comments/new`,
    button: w("comments.save"),
    type: { text: "Words of an afternoon." },
  },
  {
    name: "a key, of which none is kept",
    page: () => "/settings/keys",
    button: w("api.keys.make"),
    type: { name: "Spreadsheet" },
  },
];

for (const { name, page: address, button, type } of forms) {
  test(`after an update of the site no word is lost: ${name}`, async ({ as, server }) => {
    const page = await as("officer");
    await page.goto(await address(server));
    for (const [field, text] of Object.entries(type)) await page.locator(`[name="${field}"]`).first().fill(text);
    // As the gate answers a form that the served build does not know.
    const isForm = (url: URL) => url.href === page.url();
    await page.route(isForm, (route) =>
      route.request().method() === "POST"
        ? route.fulfill({ status: 404, headers: { "x-nextjs-action-not-found": "1" }, body: "" })
        : route.fallback(),
    );
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: w("crash.updated.title") })).toBeVisible();
    await page.unroute(isForm);
    await page.getByRole("button", { name: w("crash.updated.reload") }).click();
    for (const [field, text] of Object.entries(type))
      await expect(page.locator(`[name="${field}"]`).first()).toHaveValue(text);
  });
}
