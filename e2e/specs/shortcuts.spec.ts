import { addOngoing } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { exactly, words } from "../support/labels";

const w = words("en");

test("a single key is a shortcut on a check box, and a letter in a text field", async ({ as, server }) => {
  const { code } = await addOngoing(server);
  const page = await as("officer");
  await page.goto(`/activities?q=${code}`);
  const search = page.getByRole("searchbox", { name: exactly(w("shell.search.label")) });
  const box = page.getByRole("checkbox", { name: w("activities.select", { code }) });
  // Keys have no effect before the page's scripts run.
  await expect(async () => {
    await box.focus();
    await page.keyboard.press("/");
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("x/");
  await expect(search).toHaveValue(/x\/$/);
  await expect(box).not.toBeChecked();
  await box.focus();
  await page.keyboard.press("x");
  await expect(box).toBeChecked();
});
