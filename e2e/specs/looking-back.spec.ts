import { locales } from "../../domain/vocabulary";
import { expect, test } from "../support/fixtures";
import { exactly, words } from "../support/labels";

const inThePast = /[?&]asof=ADGMIN-3(&|$)/;

for (const lang of locales) {
  const w = words(lang);

  test(`${lang}: links, new tabs and forms of a page of the past lead to the same past, without a redirect`, async ({
    as,
  }) => {
    const page = await as("viewer", { lang });
    const redirected: string[] = [];
    page.context().on("response", (response) => {
      if (response.status() >= 300 && response.status() < 400) redirected.push(response.url());
    });
    const menu = page.getByRole("navigation", { name: w("shell.mainNavigation") });
    const plans = menu.getByRole("link", { name: exactly(w("shell.nav.plans")) });

    await page.goto("/activities?asof=ADGMIN-3");
    const beside = page.context().waitForEvent("page");
    await plans.click({ modifiers: ["ControlOrMeta"] });
    await expect(await beside).toHaveURL(inThePast);

    const search = page.getByRole("main").getByRole("searchbox");
    await search.fill("ASEAN");
    await search.press("Enter");
    await expect(page).toHaveURL(/q=ASEAN/);
    await expect(page).toHaveURL(inThePast);

    await plans.click();
    await expect(page).toHaveURL(/\/plans\?asof=ADGMIN-3$/);
    await page.getByRole("link", { name: exactly(w("as-of.back")) }).click();
    await expect(page).toHaveURL(/asof=today$/);
    await menu.getByRole("link", { name: exactly(w("shell.nav.activities")) }).click();
    await expect(page).toHaveURL(/\/activities$/);
    expect(redirected).toEqual([]);
  });

  test(`${lang}: the menu follows the page, from a comparison into the past and back`, async ({ as }) => {
    const page = await as("viewer", { lang });
    const menu = page.getByRole("navigation", { name: w("shell.mainNavigation") });
    const plans = menu.getByRole("link", { name: exactly(w("shell.nav.plans")) });
    await page.goto("/meetings/compare?from=ADGMIN-2&to=ADGMIN-3");
    await page
      .getByRole("main")
      .getByRole("link", { name: /policy options|ທາງເລືອກທາງດ້ານນະໂຍບາຍ/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/activities\/\d+\?asof=/);
    await plans.click();
    await expect(page).toHaveURL(/\/plans\?asof=/);
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(/\/meetings\/compare/);
    await plans.click();
    await expect(page).toHaveURL(/\/plans$/);
  });
}
