import path from "node:path";
import { callAction } from "../access/actions";
import { ask } from "../support/database";
import { openRelay, type Relay } from "../support/database-proxy";
import { addOngoing, storedEntry } from "../support/entries";
import { test as base, expect } from "../support/fixtures";
import { send } from "../support/http";
import { exactly, words } from "../support/labels";
import { samplePassword, startSite, type TestSite } from "../support/server";
import { emailOf, endSessionsOf, mintSession, sessionCookie } from "../support/session";

const test = base.extend<object, { wired: TestSite & { relay: Relay } }>({
  /** A site whose connection to the database can be cut. */
  wired: [
    async ({ browserName: _ }, use, info) => {
      const relay = await openRelay();
      const log = path.join(info.project.outputDir, "site-wired.log");
      const site = await startSite(process.env.E2E_TEMPLATE_URL ?? "", log, { reach: relay.reach });
      await use({ ...site, relay });
      await site.stop();
      await relay.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

test.use({ expectedErrors: [/status of (400|401|404|503)/] });

const w = words("en");

for (const way of ["cut", "hang"] as const) {
  test(`without the database (${way}): 503 with Retry-After within 5 s in the reader's language; it recovers by itself`, async ({
    wired,
  }) => {
    const session = await mintSession(wired, "officer");
    const { id } = await addOngoing(wired, { lead: "LA" });
    expect((await send(wired, "/activities", { session })).status).toBe(200);
    wired.relay[way]();
    for (const lang of ["en", "lo"] as const) {
      for (const address of ["/activities", `/activities/${id}`, "/plans", "/sign-in"]) {
        const started = Date.now();
        const answer = await send(wired, address, { session, lang });
        expect(Date.now() - started, address).toBeLessThan(5_000);
        expect(answer.status, address).toBe(503);
        expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
        expect(answer.text).toContain(`<html lang="${lang}"`);
        expect(answer.text).toContain(words(lang)("errors.UNAVAILABLE"));
        expect(answer.text).not.toMatch(/ECONN|postgres|timeout|at \w+ \(/);
      }
    }
    const ready = await send(wired, "/api/health/ready");
    expect(ready.status).toBe(503);
    expect((await send(wired, "/api/health")).status).toBe(200);
    const fields = { rows: `${id}:1`, progress: "50" };
    expect((await callAction(wired, "/activities", "activities/changeRows", fields, { session })).status).toBe(503);

    wired.relay.mend();
    const status = async () => (await send(wired, "/activities", { session })).status;
    await expect.poll(status, { timeout: 5_000 }).toBe(200);
    expect((await send(wired, "/api/health/ready")).status).toBe(200);
    expect(await storedEntry(wired, id)).toMatchObject({ version: 1, progress: 40 });
  });
}

test.describe("typed text", () => {
  const report = (id: number) => `/activities/${id}/report`;
  const typed = "ຂຽນໄປແລ້ວສອງໜ້າ, and the rest tomorrow";

  test("is restored after the session ended and the person signed in again", async ({ as, server }) => {
    const { id } = await addOngoing(server, { lead: "LA" });
    const page = await as("officer");
    await page.goto(report(id));
    await page.getByLabel(exactly(w("activity.field.textLo"))).fill(typed);
    await page.getByRole("radio", { name: exactly(w("terms.schedule.at_risk")) }).check({ force: true });
    await endSessionsOf(server, "officer");
    await page.getByRole("button", { name: exactly(w("activity.report.save")) }).click();
    await page.getByLabel(w("auth.email")).fill(emailOf("officer"));
    await page.getByLabel(w("auth.password")).fill(samplePassword);
    await page.getByRole("button", { name: exactly(w("auth.signIn")) }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    if (!page.url().endsWith(report(id))) await page.goto(report(id));

    await expect(page.getByText(w("activity.form.restored"))).toBeVisible();
    await expect(page.getByLabel(exactly(w("activity.field.textLo")))).toHaveValue(typed);
    await expect(page.getByRole("radio", { name: exactly(w("terms.schedule.at_risk")) })).toBeChecked();
    await page.getByLabel(exactly(w("activity.report.reason"))).fill("Waiting");
    await page.getByRole("button", { name: exactly(w("activity.report.save")) }).click();
    await expect(page.getByText(w("activity.saved.report"))).toBeVisible();
    // Once saved, it is no longer a draft.
    await page.goto(report(id));
    await expect(page.getByLabel(exactly(w("activity.field.textLo")))).toHaveValue("");
    await expect(page.getByText(w("activity.form.restored"))).toHaveCount(0);
  });

  test("is deleted on signing out, and nobody else finds it", async ({ as, server }) => {
    const { id } = await addOngoing(server, { lead: "LA" });
    const page = await as("officer");
    await page.goto(report(id));
    await page.getByLabel(exactly(w("activity.field.textLo"))).fill(typed);
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    expect(await kept()).toContain("ສອງໜ້າ");
    await page.goto("/plans");
    await page.getByLabel(w("shell.account.open")).click();
    await page.getByRole("button", { name: exactly(w("shell.account.signOut")) }).click();
    await expect(page.getByText(w("auth.signedOut"))).toBeVisible();
    await expect.poll(kept).not.toContain("ສອງໜ້າ");
  });

  test("is deleted when another person signs in at the same browser", async ({ as, server }) => {
    const { id } = await addOngoing(server, { lead: "LA" });
    const page = await as("officer");
    await page.goto(report(id));
    await page.getByLabel(exactly(w("activity.field.textLo"))).fill(typed);
    const session = { name: sessionCookie, value: await mintSession(server, "manager"), url: server.url };
    await page.context().addCookies([session]);
    await page.goto(report(id));
    await expect(page.getByLabel(exactly(w("activity.field.textLo")))).toHaveValue("");
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("ສອງໜ້າ");
  });

  test("does not overwrite an unseen version, even if the page is reloaded in another language", async ({
    as,
    server,
  }) => {
    const { id } = await addOngoing(server, { lead: "LA" });
    const lao = words("lo");
    const page = await as("officer");
    await page.goto(report(id));
    await page.getByLabel(exactly(w("activity.field.textLo"))).fill(typed);
    await ask(server, "update plan_entries set progress = 90, version = version + 1 where id = $1", [id]);
    await page.getByRole("button", { name: /^ລາວ/ }).click();
    const save = page.getByRole("button", { name: exactly(lao("activity.report.save")) });
    await save.click();
    await expect(page.getByText(lao("activity.form.conflictTitle"))).toBeVisible();
    await expect(page.getByRole("cell", { name: "90", exact: true })).toBeVisible();
    expect(await storedEntry(server, id)).toMatchObject({ version: 2, progress: 90 });
    // The person has seen both versions and may now overwrite.
    await save.click();
    await expect(page.getByText(lao("activity.saved.report"))).toBeVisible();
    await ask(server, "update users set locale = null where email = $1", [emailOf("officer")]);
  });

  test("is shown for copying if no script stores it", async ({ as, server }) => {
    const { id } = await addOngoing(server, { lead: "LA" });
    const page = await as("officer", { javaScriptEnabled: false, lang: "lo" });
    const lao = words("lo");
    await page.goto(report(id));
    await page.getByLabel(exactly(lao("activity.field.textLo"))).fill(typed);
    await endSessionsOf(server, "officer");
    await page.getByRole("button", { name: exactly(lao("activity.report.save")) }).click();
    await expect(page.getByText(lao("errors.SESSION_ENDED")).first()).toBeVisible();
    await expect(page.getByLabel(lao("activity.field.textLo"))).toHaveValue(typed);
    await page.getByRole("link", { name: lao("errors.page.unauthorized.action") }).click();
    await expect(page.getByLabel(lao("auth.password"))).toBeVisible();
  });
});

test("a form that stays on its page shows the saved values, and can be saved again", async ({ as, server }) => {
  const page = await as("admin");
  await page.goto("/settings");
  const days = page.getByLabel(exactly(w("overview.silence.days")));
  const card = page.getByRole("region", { name: exactly(w("overview.silence.title")) });
  const before = await days.inputValue();
  const save = card.getByRole("button", { name: exactly(w("overview.silence.save")) });
  await days.fill("77");
  await save.click();
  await expect(page.getByText(w("overview.silence.saved"))).toBeVisible();
  await expect(days).toHaveValue("77");
  await days.fill(before);
  await save.click();
  const stored = () => ask(server, "select value ->> 'days' as days from settings where key = 'silence'");
  await expect.poll(stored).toEqual([{ days: before }]);
});

test("an invalid address gets a message that names the value, and a link to the page without it", async ({ as }) => {
  for (const lang of ["en", "lo"] as const) {
    const page = await as("officer", { lang });
    const answer = await page.goto("/activities?sort=rank.asc&page=first");
    expect(answer?.status()).toBe(400);
    await expect(page.getByText("sort, page")).toBeVisible();
    await page.getByRole("link", { name: words(lang)("errors.page.badRequest.action") }).click();
    await expect(page).toHaveURL(/\/activities$/);
    expect((await page.goto("/activities?page=4000"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: words(lang)("errors.page.notFound.title") })).toBeVisible();
  }
});
