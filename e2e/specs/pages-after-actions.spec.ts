import { addOngoing } from "../support/entries";
import { rowOf } from "../support/find";
import { expect, test } from "../support/fixtures";
import { exactly, words } from "../support/labels";

// After Back, a page's head is empty until the page has been loaded again; Chromium may then
// request an icon that no page names.
test.use({ expectedErrors: [/status of 404 .*favicon\.ico/] });

const w = words("en");

test("after a save that leads to another page, Back and links show no outdated page", async ({ as, server }) => {
  const { code } = await addOngoing(server, { lead: "LA" });
  const page = await as("officer");
  const link = (name: string | RegExp) => page.getByRole("link", { name }).first();
  await page.goto(`/activities?q=${code}`);
  await expect(rowOf(page, w, code)).toContainText(w("terms.statusShort.ongoing"));
  await link(`Entry ${code}`).click();
  await link(exactly(w("activity.sections.history"))).click();
  await expect(page).toHaveURL(/\/history$/);
  await page.goBack();
  await link(w("activity.actions.report")).click();
  await page.getByRole("radio", { name: exactly(w("terms.status.implemented")) }).check({ force: true });
  await page.getByLabel(exactly(w("activity.field.textEn"))).fill("The study is written");
  await page.getByRole("button", { name: exactly(w("activity.report.save")) }).click();
  await expect(page.getByText(w("activity.saved.report"))).toBeVisible();

  await link(exactly(w("activity.sections.history"))).click();
  const change = page.getByRole("listitem").filter({ hasText: w("activity.change.entry_report") });
  await expect(change.first()).toBeVisible();
  await page.goBack();
  await expect(page.getByText(w("activity.saved.report"))).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("activity.report.title"));
  await page.goBack();
  await expect(page).toHaveURL(/\/activities\/\d+$/);
  await expect(page.getByText("The study is written").first()).toBeVisible();
  await page.goBack();
  await expect(rowOf(page, w, code)).toContainText(w("terms.statusShort.implemented"));
});

test("after a save that stays on its page, Back shows the list with the new row", async ({ as }) => {
  const page = await as("admin");
  const email = `kept.${Date.now()}@test.example`;
  await page.goto("/admin/users");
  await page.getByRole("link", { name: exactly(w("users.add")) }).click();
  await page.getByLabel(exactly(w("users.field.name"))).fill("Somphone Keo");
  await page.getByLabel(exactly(w("users.field.email"))).fill(email);
  await page.getByRole("button", { name: exactly(w("users.newSubmit")) }).click();
  await expect(page.getByText(w("users.link.ready", { email }))).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByRole("table").getByText(email)).toBeVisible();
});
