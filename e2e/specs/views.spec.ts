import { locales } from "../../domain/vocabulary";
import { expect, test } from "../support/fixtures";
import { exactly, words } from "../support/labels";

for (const lang of locales) {
  const w = words(lang);

  test(`${lang}: a view is saved and shared, marked when changed, opens the list, and is not changed by a colleague`, async ({
    as,
  }) => {
    const name = `ລາວ ${lang} ${Date.now()}`;
    const page = await as("officer", { lang });
    await page.goto("/activities?state=LA&sort=status.asc");
    await page.getByText(exactly(w("views.saveView"))).click();
    await page.getByRole("textbox", { name: exactly(w("views.name")) }).fill(name);
    await page.getByRole("checkbox", { name: w("views.share") }).check();
    await page.getByRole("button", { name: exactly(w("views.submit")) }).click();
    await expect(page).toHaveURL(/sort=status\.asc&state=LA&view=\d+$/);
    const saved = page.url();

    const colleague = await as("viewer", { lang });
    await colleague.goto("/activities");
    await colleague
      .getByRole("navigation", { name: w("views.label") })
      .getByRole("link", { name })
      .click();
    await expect(colleague).toHaveURL(saved);
    await colleague.goto(`${saved}&status=completed`);
    await expect(colleague.getByText(w("views.changed"))).toBeVisible();
    await expect(colleague.getByRole("button", { name: exactly(w("views.save")) })).toHaveCount(0);
    await colleague.getByRole("link", { name: exactly(w("views.reset")) }).click();
    await expect(colleague).toHaveURL(saved);

    await page.goto(saved.replace("sort=status.asc", "sort=title.desc"));
    await page.getByRole("button", { name: exactly(w("views.save")) }).click();
    await expect(page.getByText(w("views.changed"))).toHaveCount(0);
    await page.getByText(exactly(w("views.settings"))).click();
    await page.getByRole("button", { name: exactly(w("views.makeDefault")) }).click();
    await expect(page.getByRole("button", { name: exactly(w("views.endDefault")) })).toBeAttached();
    await page.goto("/activities");
    await expect(page).toHaveURL(/sort=title\.desc&state=LA&view=\d+$/);
    await page.getByRole("link", { name: exactly(w("views.all")) }).click();
    await expect(page).toHaveURL(/\/activities\?view=all$/);
    // The address takes precedence over the view, the view over the default.
    await page.goto("/activities?status=ongoing");
    await expect(page).toHaveURL(/\/activities\?status=ongoing$/);
    await page.goto("/activities");
    await page.getByText(exactly(w("views.settings"))).click();
    await page.getByRole("button", { name: exactly(w("views.remove")) }).click();
    await expect(page.getByRole("link", { name })).toHaveCount(0);
  });
}
