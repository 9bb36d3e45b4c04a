import { Client } from "pg";
import { locales } from "../../domain/vocabulary";
import { actionId, callAction } from "../access/actions";
import { ask } from "../support/database";
import { addOngoing, storedEntry } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { type Answer, send } from "../support/http";
import { exactly, words } from "../support/labels";
import { samplePassword, type TestSite } from "../support/server";
import { emailOf, mintKey, mintSession } from "../support/session";

test.use({ expectedErrors: [/status of (503|507)/] });

const w = words("en");

/**
 * Makes every write fail as on a full disk: the last step of each command is its row in the audit
 * log.
 */
async function fillDisk(site: TestSite): Promise<() => Promise<unknown>> {
  await ask(
    site,
    `create function disk_full() returns trigger language plpgsql as $$
     begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`,
  );
  await ask(site, "create trigger disk_full before insert on audit_log for each row execute function disk_full()");
  return () => ask(site, "drop function disk_full cascade");
}

/** Locks the tables of plans and entries, so that queries on them soon time out. */
async function lockTables(site: TestSite): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: site.databaseUrl });
  await client.connect();
  const name = new URL(site.databaseUrl).pathname.slice(1);
  const renew = () =>
    client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'asean%'",
    );
  await client.query(`alter database ${name} set lock_timeout = '300ms'`);
  await renew();
  await client.query("begin");
  await client.query("lock table work_plans, plan_entries in access exclusive mode");
  return async () => {
    await client.query("commit");
    await client.query(`alter database ${name} reset lock_timeout`);
    await renew();
    await client.end();
  };
}

/** Expects no technical detail in the answer. */
function expectPlain({ text }: Answer): void {
  expect(text).not.toMatch(/53100|55P03|postgres|lock timeout|No space left| at \w+ \(/);
}

test("a full disk gives 507 with a message for each kind of request, no partial change, and recovers by itself", async ({
  server,
}) => {
  const { id } = await addOngoing(server, { lead: "LA" });
  const [session, key] = [await mintSession(server, "officer"), await mintKey(server, "officer")];
  const signIn = { email: emailOf("viewer"), password: samplePassword };
  const fields = { rows: `${id}:1`, progress: "50" };
  const asks: Record<string, (lang: string) => Promise<Answer>> = {
    action: (lang) => callAction(server, "/activities", "activities/changeRows", fields, { session, lang }),
    export: (lang) =>
      send(server, "/activities/export?format=csv", { session, lang, headers: { accept: "text/html" } }),
    program: (lang) =>
      send(server, `/api/v1/entries/${id}/comments`, {
        method: "POST",
        body: JSON.stringify({ text: "Said." }),
        lang,
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "accept-language": lang },
      }),
    "sign-in": (lang) => callAction(server, "/sign-in", "users/signIn", signIn, { lang }),
  };
  const heal = await fillDisk(server);
  try {
    for (const lang of locales) {
      for (const [what, asked] of Object.entries(asks)) {
        const answer = await asked(lang);
        expect(answer.status, what).toBe(507);
        expect(Number(answer.headers["retry-after"]), what).toBeGreaterThan(0);
        expect(answer.text.replaceAll("&#39;", "'"), what).toContain(words(lang)("errors.STORAGE_FULL"));
        expectPlain(answer);
      }
    }
    expect((await send(server, "/activities", { session })).status).toBe(200);
    const ready = await send(server, "/api/health/ready");
    expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: "disk_full" }]);
    expect((await send(server, "/api/health/ready?reading")).status).toBe(200);
  } finally {
    await heal();
  }
  expect(await storedEntry(server, id)).toMatchObject({ version: 1, progress: 40 });
  expect((await asks.program?.("en"))?.status).toBe(201);
  await expect.poll(async () => (await send(server, "/api/health/ready")).status, { timeout: 5_000 }).toBe(200);
});

test("a page whose query times out answers 503 in the reader's language, and recovers", async ({ server }) => {
  const [session, key] = [await mintSession(server, "officer"), await mintKey(server, "officer")];
  const heal = await lockTables(server);
  try {
    for (const lang of locales) {
      const page = await send(server, "/activities", { session, lang });
      expect(page.status).toBe(503);
      expect(page.headers["retry-after"]).toBe("5");
      expect(page.text).toContain(`<html lang="${lang}"`);
      expect(page.text).toContain(words(lang)("errors.UNAVAILABLE"));
      expect(page.headers["content-security-policy"]).toContain("nonce-");
      expectPlain(page);
      const data = await send(server, "/activities?_rsc", { session, lang, headers: { RSC: "1" } });
      expect([data.status, data.headers["retry-after"]]).toEqual([503, "5"]);
    }
    const program = await send(server, "/api/v1/plans", { headers: { authorization: `Bearer ${key}` } });
    expect([program.status, program.headers["retry-after"]]).toEqual([503, "5"]);
    expect(JSON.parse(program.text)).toMatchObject({ error: { code: "UNAVAILABLE" } });
  } finally {
    await heal();
  }
  await expect.poll(async () => (await send(server, "/activities", { session })).status, { timeout: 5_000 }).toBe(200);
});

for (const javaScriptEnabled of [true, false]) {
  test(`typed text remains in the form while the disk is full, ${javaScriptEnabled ? "with" : "without"} scripts`, async ({
    as,
    server,
  }) => {
    const { id } = await addOngoing(server, { lead: "LA" });
    const page = await as("officer", { javaScriptEnabled });
    await page.goto(`/activities/${id}/report`);
    await page.getByLabel(exactly(w("activity.field.textLo"))).fill("ຂຽນໄປແລ້ວສອງໜ້າ");
    const heal = await fillDisk(server);
    try {
      await page.getByRole("button", { name: exactly(w("activity.report.save")) }).click();
      await expect(page.getByText(w("errors.STORAGE_FULL"))).toBeVisible();
      await expect(page.getByLabel(exactly(w("activity.field.textLo")))).toHaveValue("ຂຽນໄປແລ້ວສອງໜ້າ");
    } finally {
      await heal();
    }
    await page.getByRole("button", { name: exactly(w("activity.report.save")) }).click();
    await expect(page.getByText(w("activity.saved.report"))).toBeVisible();
  });
}

test("a form without scripts shows the typed text again even if its page cannot be loaded", async ({ as, server }) => {
  const { id } = await addOngoing(server, { lead: "LA" });
  const page = await as("officer", { javaScriptEnabled: false });
  await page.goto(`/activities/${id}/report`);
  await page.getByLabel(exactly(w("activity.field.textLo"))).fill("ຂຽນໄປແລ້ວສອງໜ້າ");
  const heal = await lockTables(server);
  try {
    await page.getByRole("button", { name: exactly(w("activity.report.save")) }).click();
    await expect(page.getByRole("heading", { name: w("errors.UNAVAILABLE") })).toBeVisible();
    await expect(page.getByLabel(w("activity.field.textLo"))).toHaveValue("ຂຽນໄປແລ້ວສອງໜ້າ");
  } finally {
    await heal();
  }
});

test("refused posts have the right status, with and without scripts, at any address", async ({ server }) => {
  const { id } = await addOngoing(server, { lead: "VN" });
  const fields = { entryId: String(id), audience: "all", text: "No." };
  for (const [person, status] of [
    [null, 401],
    ["viewer", 403],
    ["focal.la", 404],
  ] as const) {
    const session = person && (await mintSession(server, person));
    for (const path of ["/", "/plans", `/activities/${id}`]) {
      const answer = await callAction(server, path, "comments/add", fields, { session });
      expect(`${person} ${path} ${answer.status}`).toBe(`${person} ${path} ${status}`);
    }
    const plain = new FormData();
    for (const [name, value] of Object.entries(fields)) plain.append(name, value);
    plain.append("$ACTION_REF_1", "");
    plain.append("$ACTION_1:0", JSON.stringify({ id: actionId("comments/add"), bound: "$@1" }));
    plain.append("$ACTION_1:1", "[null]");
    plain.append("$ACTION_KEY", "k");
    const form = await send(server, `/activities/${id}`, { method: "POST", body: plain, session });
    expect(`${person} ${form.status}`, "a form").toBe(`${person} ${status}`);
  }
});
