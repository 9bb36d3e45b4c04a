import type { Page } from "@playwright/test";
import { ask } from "../support/database";
import { expect, test } from "../support/fixtures";
import { send } from "../support/http";
import { exactly, words } from "../support/labels";
import { samplePassword, type TestSite } from "../support/server";
import { emailOf } from "../support/session";

const w = words("en");
const next = "three green mangoes";

/** A new person with the sample accounts' password, signed in on the sign-in page. */
async function person(site: TestSite, page: Page): Promise<{ id: number; email: string }> {
  const email = `keys.${Date.now()}@test.example`;
  const [user] = await ask<{ id: number }>(
    site,
    `insert into users (email, name, role, password_hash)
     select $1, 'Khamla Somphone', 'officer', password_hash from users where email = $2 returning id::int`,
    [email, emailOf("officer")],
  );
  await signIn(page, email, samplePassword, "/settings/keys");
  await page.waitForURL((url) => url.pathname === "/settings/keys");
  return { id: user?.id ?? 0, email };
}

async function signIn(page: Page, email: string, password: string, to?: string): Promise<void> {
  if (to) await page.goto(`/sign-in?next=${to}`);
  await page.getByLabel(w("auth.email")).fill(email);
  await page.getByLabel(w("auth.password")).fill(password);
  await page.getByRole("button", { name: exactly(w("auth.signIn")) }).click();
}

/**
 * Makes a key on its page, which is opened again first because it still shows an earlier key.
 * @returns the key
 */
async function makeKey(page: Page, name: string): Promise<string> {
  await page.goto("/settings/keys");
  await page.getByLabel(w("api.keys.name")).fill(name);
  await page.getByLabel(w("account.access.present")).fill(samplePassword);
  await page.getByRole("button", { name: exactly(w("api.keys.make")) }).click();
  return page.getByLabel(exactly(w("api.keys.label"))).inputValue();
}

const call = (site: TestSite, key: string) =>
  send(site, "/api/v1/plans", { headers: { authorization: `Bearer ${key}` } });

test("a key is made with the password, shows its end, and ends with a new password if its owner chooses so", async ({
  as,
  server,
}) => {
  const page = await as(null);
  await person(server, page);
  await expect(page.getByLabel(w("api.keys.days"))).toHaveValue("90");
  await page.getByLabel(w("api.keys.name")).fill("Nightly transfer");
  await page.getByLabel(w("account.access.present")).fill("not the password");
  await page.getByRole("button", { name: exactly(w("api.keys.make")) }).click();
  await expect(page.getByText(w("errors.PASSWORD_WRONG")).first()).toBeVisible();
  await expect(page.getByLabel(w("api.keys.name"))).toHaveValue("Nightly transfer");
  const key = await makeKey(page, "Nightly transfer");
  const answer = await call(server, key);
  expect(answer.status).toBe(200);
  const days = (Date.parse(String(answer.headers["key-expires"])) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(90);

  await page.goto("/settings/account");
  const card = page.getByRole("region", { name: w("account.access.title") });
  await expect(card.getByText("Nightly transfer")).toBeVisible();
  await expect(card.getByText("127.0.0.1")).toBeVisible();
  await expect(page.getByText(w("account.access.offer"))).toHaveCount(0);
  await page.getByLabel(exactly(w("account.password.present"))).fill(samplePassword);
  await page.getByLabel(exactly(w("account.password.password"))).fill(next);
  await page.getByLabel(exactly(w("account.password.repeat"))).fill(next);
  await page.getByRole("button", { name: exactly(w("account.password.submit")) }).click();
  await expect(page.getByText(w("account.access.offer"))).toBeVisible();
  expect((await call(server, key)).status).toBe(200);
  page.on("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: exactly(w("account.access.all")) }).click();
  await expect(page.getByText(w("account.saved.access"))).toBeVisible();
  await expect(card.getByText(w("account.access.none"))).toBeVisible();
  expect((await call(server, key)).status).toBe(401);
});

test("after setting a password by a link, sign-in asks about keys; signing out everywhere ends them with a message", async ({
  as,
  server,
}) => {
  const page = await as(null);
  const { id, email } = await person(server, page);
  const key = await makeKey(page, "Weekly figures");
  const admin = await as("admin");
  await admin.goto(`/admin/users/${id}`);
  await expect(
    admin.getByRole("region", { name: w("account.access.title") }).getByText("Weekly figures"),
  ).toBeVisible();
  await admin.getByRole("button", { name: exactly(w("users.renew.submit")) }).click();
  const link = await admin.getByLabel(exactly(w("users.link.label"))).inputValue();

  const elsewhere = await as(null);
  await elsewhere.goto(new URL(link).pathname);
  await elsewhere.getByLabel(exactly(w("auth.invite.password"))).fill(next);
  await elsewhere.getByLabel(exactly(w("auth.invite.repeat"))).fill(next);
  await elsewhere.getByRole("button", { name: exactly(w("auth.invite.submit")) }).click();
  await expect(elsewhere.getByText(w("auth.passwordSet"))).toBeVisible();
  await signIn(elsewhere, email, next);
  await expect(elsewhere.getByText(w("account.access.offer"))).toBeVisible();
  await expect(
    elsewhere.getByRole("region", { name: w("account.access.title") }).getByText("Weekly figures"),
  ).toBeVisible();
  expect((await call(server, key)).status).toBe(200);
  await expect(elsewhere.getByText(w("account.sessions.everywhereHint"))).toBeVisible();
  await elsewhere.getByRole("button", { name: exactly(w("account.sessions.everywhere")) }).click();
  await expect(elsewhere.getByText(w("auth.signedOutEverywhere"))).toBeVisible();
  expect((await call(server, key)).status).toBe(401);
});

test("an administrator ends one of a person's keys, or all keys and sessions", async ({ as, server }) => {
  const page = await as(null);
  const { id } = await person(server, page);
  const [first, second] = [await makeKey(page, "First"), await makeKey(page, "Second")];
  const admin = await as("admin");
  await admin.goto(`/admin/users/${id}`);
  await admin.getByRole("button", { name: w("account.access.endKey", { name: "First" }) }).click();
  await expect(admin.getByText(w("users.accessEnded"))).toBeVisible();
  expect([(await call(server, first)).status, (await call(server, second)).status]).toEqual([401, 200]);
  await admin.getByRole("button", { name: exactly(w("account.sessions.all")) }).click();
  await expect(admin.getByText(w("users.allEnded"))).toBeVisible();
  expect((await call(server, second)).status).toBe(401);
  await page.goto("/settings/account");
  await expect(page).toHaveURL(/\/sign-in/);
});
