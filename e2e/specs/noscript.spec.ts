import type { Page } from "@playwright/test";
import { locales } from "../../domain/vocabulary";
import { ask } from "../support/database";
import { addOngoing, storedEntry } from "../support/entries";
import { addSort, choose, columnNames, nameOf, rowOf, search, tableRows } from "../support/find";
import { expect, test } from "../support/fixtures";
import { exactly, words } from "../support/labels";
import { samplePassword } from "../support/server";
import { emailOf } from "../support/session";

test.use({ javaScriptEnabled: false });

/**
 * Presses a button after the page has loaded completely; before that, elements may still move under
 * the pointer.
 */
async function press(page: Page, name: string): Promise<void> {
  await page.waitForLoadState();
  await page.getByRole("button", { name: exactly(name) }).click();
}

for (const lang of locales) {
  const w = words(lang);
  const columns = columnNames(w);

  test.describe(`${lang}: without scripts`, () => {
    test("sign in, change the language, sign out", async ({ as, server }) => {
      // The profile may contain the language that another test chose.
      await ask(server, "update users set locale = null where email = $1", [emailOf("viewer")]);
      const page = await as(null, { lang, javaScriptEnabled: false });
      await page.goto("/plans");
      await expect(page).toHaveURL(/\/sign-in\?next=%2Fplans$/);
      await page.getByLabel(w("auth.email")).fill(emailOf("viewer"));
      await page.getByLabel(w("auth.password")).fill("not the password");
      await press(page, w("auth.signIn"));
      await expect(page.getByText(w("errors.SIGN_IN_FAILED"))).toBeVisible();
      await expect(page.getByLabel(w("auth.email"))).toHaveValue(emailOf("viewer"));
      await page.getByLabel(w("auth.password")).fill(samplePassword);
      await press(page, w("auth.signIn"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("plans.title"));

      const other = lang === "en" ? "lo" : "en";
      await page
        .getByRole("group", { name: w("shell.language") })
        .getByRole("button", { pressed: false })
        .click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words(other)("plans.title"));
      await page
        .getByRole("group", { name: words(other)("shell.language") })
        .getByRole("button", { pressed: false })
        .click();

      await page.getByLabel(w("shell.account.open")).click();
      await press(page, w("shell.account.signOut"));
      await expect(page.getByText(w("auth.signedOut"))).toBeVisible();
      await page.goto("/plans");
      await expect(page).toHaveURL(/\/sign-in/);
    });

    test("sort by several keys, filter, search, page, page size, columns", async ({ as, server }) => {
      const page = await as("officer", { lang, javaScriptEnabled: false });
      await page.goto("/activities");
      await page
        .getByRole("columnheader", { name: new RegExp(`^${columns.title}`) })
        .getByRole("link")
        .click();
      await expect(page).toHaveURL(/sort=title\.asc/);
      await addSort(page, w, columns.status);
      await expect(page).toHaveURL(/sort=title\.asc,status\.asc/);
      await choose(page, w, "period", [await nameOf(server, "periods", "CYCLE-2023", lang)]);
      await expect(page).toHaveURL(/sort=title\.asc,status\.asc|sort=title\.asc%2Cstatus\.asc/);
      await search(page, w, "ດີຈິຕອນ");
      await expect(rowOf(page, w, "23-02")).toHaveCount(1);
      await expect(page).toHaveURL(/period=CYCLE-2023/);

      await page.goto("/activities");
      const first = await tableRows(page, w).first().innerText();
      await page.getByRole("link", { name: w("ui.pager.next") }).click();
      await expect(page).toHaveURL(/page=2/);
      expect(await tableRows(page, w).first().innerText()).not.toBe(first);
      await page
        .getByRole("navigation", { name: w("activities.pageSize") })
        .getByRole("link", { name: "50" })
        .click();
      await expect(tableRows(page, w)).toHaveCount(50);

      await page.getByLabel(exactly(w("activities.columns"))).click();
      await page.getByRole("checkbox", { name: exactly(columns.schedule) }).uncheck();
      await press(page, w("activities.columnsApply"));
      await expect(page.getByRole("columnheader", { name: new RegExp(`^${columns.schedule}`) })).toHaveCount(0);
      await expect(page.getByRole("columnheader", { name: new RegExp(`^${columns.status}`) })).toHaveCount(1);
    });

    test("change a row in place, and rows together", async ({ as, server }) => {
      const { id, code } = await addOngoing(server, { lead: "LA" });
      const page = await as("officer", { lang, javaScriptEnabled: false });
      await page.goto(`/activities?q=${code}`);
      await rowOf(page, w, code)
        .getByRole("link", { name: `${w("activities.change", { code })}: ${columns.progress}` })
        .click();
      const form = page.getByRole("row").filter({ hasText: w("activities.changeTitle", { code }) });
      await form.getByLabel(exactly(columns.schedule)).selectOption("delayed");
      await press(page, w("activities.apply"));
      await expect(page.getByText(w("errors.REASON_REQUIRED"))).toBeVisible();
      await form.getByLabel(exactly(w("activities.reason"))).fill("Waiting for a signature");
      await press(page, w("activities.apply"));
      expect(await storedEntry(server, id)).toMatchObject({ schedule: "delayed" });

      await page.goto(`/activities?q=${code}`);
      await page.getByRole("checkbox", { name: w("activities.select", { code }) }).check();
      const bar = page.getByRole("region", { name: w("activities.bulkTitle") });
      await bar.getByLabel(exactly(columns.progress)).fill("66");
      await press(page, w("activities.bulkApply"));
      await expect(rowOf(page, w, code)).toContainText("66");
      expect(await storedEntry(server, id)).toMatchObject({ progress: 66 });
    });

    test("search the register, and follow a near miss", async ({ as }) => {
      const page = await as("viewer", { lang, javaScriptEnabled: false });
      await page.goto("/plans");
      const shell = page.getByRole("banner").getByRole("searchbox", { name: exactly(w("shell.search.label")) });
      await shell.fill("ADGMIN-3");
      await shell.press("Enter");
      const found = page.getByRole("region", { name: exactly(w("search.kind.meetings")) });
      await expect(found.getByRole("link", { name: "(ADGMIN-3)" })).toBeVisible();
      await page.getByRole("main").getByRole("searchbox").fill("ຕົວຕົນດິຈິທອນ");
      await press(page, w("search.submit"));
      await page.getByRole("link", { name: exactly("ຕົວຕົນດິຈິຕອນ") }).click();
      const activities = page.getByRole("region", { name: exactly(w("search.kind.activities")) });
      await expect(activities).toContainText("23-02");
      await activities.getByRole("link").last().click();
      await expect(page).toHaveURL(/\/activities\?q=/);
    });

    test("add an update; a refused one keeps the typed text", async ({ as, server }) => {
      const { id } = await addOngoing(server, { lead: "LA" });
      const page = await as("focal.la", { lang, javaScriptEnabled: false });
      await page.goto(`/activities/${id}/report`);
      await page.getByRole("radio", { name: exactly(w("terms.schedule.at_risk")) }).check({ force: true });
      await page.getByLabel(exactly(w("activity.field.textLo"))).fill("ຂຽນແລ້ວເຄິ່ງໜຶ່ງ");
      await press(page, w("activity.report.save"));
      await expect(page.getByText(w("errors.REASON_REQUIRED")).first()).toBeVisible();
      await expect(page.getByLabel(exactly(w("activity.field.textLo")))).toHaveValue("ຂຽນແລ້ວເຄິ່ງໜຶ່ງ");
      await expect(page.getByRole("radio", { name: exactly(w("terms.schedule.at_risk")) })).toBeChecked();
      await page.getByLabel(exactly(w("activity.report.reason"))).fill("A partner is silent");
      await press(page, w("activity.report.save"));
      await expect(page.getByText(w("activity.saved.report"))).toBeVisible();
      await expect(page.getByText("ຂຽນແລ້ວເຄິ່ງໜຶ່ງ").first()).toBeVisible();
    });
  });
}
