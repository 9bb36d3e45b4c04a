import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { callAction } from "../access/actions";
import { ask } from "../support/database";
import { addOngoing } from "../support/entries";
import { test as base, expect } from "../support/fixtures";
import { send } from "../support/http";
import { exactly, words } from "../support/labels";
import { root, samplePassword, siteEnv, startSite, type TestSite } from "../support/server";
import { emailOf, endSessionsOf, mintSession, people, sessionCookie } from "../support/session";

const w = words("en");

/** Wrong passwords count against an address, so these tests use a separate site. */
const test = base.extend<object, { site: TestSite; https: TestSite }>({
  site: [
    async ({ browserName: _ }, use, info) => {
      const site = await startSite(
        process.env.E2E_TEMPLATE_URL ?? "",
        path.join(info.project.outputDir, "site-sign-in.log"),
      );
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  /** As behind a TLS proxy that is trusted to name the client's address. */
  https: [
    async ({ browserName: _ }, use, info) => {
      // A mail server that never answers: a request for a link must not wait for it.
      const mail = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "tracker@tracker.example.org" };
      const env = { APP_ORIGIN: "https://tracker.example.org", TRUSTED_PROXIES: "127.0.0.1", ...mail };
      const log = path.join(info.project.outputDir, "site-https.log");
      const site = await startSite(process.env.E2E_TEMPLATE_URL ?? "", log, { env });
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

type Tried = { status: number; body: string; cookies: string[]; retryAfter: string | undefined };

async function signIn(
  site: TestSite,
  email: string,
  password: string,
  headers: Record<string, string> = {},
): Promise<Tried> {
  const answer = await callAction(site, "/sign-in", "users/signIn", { email, password, next: "/plans" }, { headers });
  return {
    status: answer.status,
    body: answer.text,
    cookies: answer.headers["set-cookie"] ?? [],
    retryAfter: answer.headers["retry-after"],
  };
}

const sessionIn = (cookies: string[]) =>
  cookies
    .map((cookie) => new RegExp(`${sessionCookie}=([^;]+)`).exec(cookie)?.[1])
    .find((value) => value !== undefined);

const abroad = { host: "tracker.example.org", origin: "https://tracker.example.org" };

test.describe("a session", () => {
  test("has a new secret at each sign-in; an earlier cookie value is never valid", async ({ site }) => {
    const planted = "eyJwbGFudGVkIjoidmFsdWUifQ";
    const first = await signIn(site, emailOf("viewer"), samplePassword, { cookie: `${sessionCookie}=${planted}` });
    const second = await signIn(site, emailOf("viewer"), samplePassword);
    const [one, two] = [sessionIn(first.cookies), sessionIn(second.cookies)];
    expect(one).toBeTruthy();
    expect(one).not.toBe(planted);
    expect(one).not.toBe(two);
    expect((await send(site, "/plans", { session: planted })).status).toBe(307);
    expect((await send(site, "/plans", { session: one })).status).toBe(200);
    expect((await send(site, "/plans", { session: two })).status).toBe(200);
    const rows = await ask(
      site,
      "select secret_hash from sessions where user_id = (select id from users where email = $1)",
      [emailOf("viewer")],
    );
    // 256 bits each, stored only as hashes.
    for (const { secret_hash } of rows) expect(secret_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(rows.map((row) => row.secret_hash)).size).toBe(rows.length);
  });

  test("ends on signing out, for every copy of its cookie: page, data, action, download", async ({ site }) => {
    const { id } = await addOngoing(site, { lead: "LA" });
    const session = await mintSession(site, "officer");
    const pages = ["/plans", `/activities/${id}`, "/settings", "/activities/export?format=csv"];
    for (const page of pages) expect((await send(site, page, { session })).status, page).toBe(200);
    await callAction(site, "/plans", "users/signOut", {}, { session });
    for (const page of pages) {
      expect([307, 401], page).toContain((await send(site, page, { session })).status);
    }
    const fields = { entryId: String(id), version: "1", status: "ongoing", schedule: "on_track", progress: "50" };
    expect((await callAction(site, `/activities/${id}/report`, "activities/report", fields, { session })).status).toBe(
      401,
    );
  });

  test("ends at the next request when the account is disabled, its role changes or the session expires", async ({
    site,
  }) => {
    const disabled = await mintSession(site, "focal.th");
    await ask(site, "update users set is_active = false where email = $1", [emailOf("focal.th")]);
    expect((await send(site, "/plans", { session: disabled })).status).toBe(307);
    const lowered = await mintSession(site, "manager");
    expect((await send(site, "/activities/new", { session: lowered })).status).toBe(200);
    await ask(site, "update users set role = 'viewer' where email = $1", [emailOf("manager")]);
    expect((await send(site, "/activities/new", { session: lowered })).status).toBe(404);
    const old = await mintSession(site, "officer");
    await ask(site, "update sessions set seen_at = now() - interval '31 minutes'");
    expect((await send(site, "/plans", { session: old })).status).toBe(307);
    await endSessionsOf(site, "officer");
  });

  test("is sent over https in a __Host- cookie that scripts and other sites cannot read", async ({ https }) => {
    const { cookies, status } = await signIn(https, emailOf("viewer"), samplePassword, {
      ...abroad,
      "x-forwarded-for": "198.51.100.7",
    });
    expect(status).toBeLessThan(400);
    const session = cookies.find((cookie) => cookie.startsWith("__Host-aat-session="));
    expect(session).toMatch(/; Path=\/(;|$)/);
    expect(session).toMatch(/; Secure/);
    expect(session).toMatch(/; HttpOnly/);
    expect(session).toMatch(/; SameSite=(lax|strict)/i);
    expect(session).not.toMatch(/; Domain/i);
    const page = await send(https, "/sign-in", { headers: { host: abroad.host } });
    const [, script = ""] = /src="(\/_next\/static\/[^"]+)"/.exec(page.text) ?? [];
    for (const { headers } of [page, await send(https, script), await send(https, "/icon.svg")]) {
      expect(headers["strict-transport-security"]).toMatch(/^max-age=(\d{8,}); includeSubDomains$/);
    }
    // Sample accounts are not offered under a public address.
    expect(page.text).not.toContain("sample.example");
  });

  test("leaves no secret in address, storage or page", async ({ as, server }) => {
    const page = await as(null);
    await page.goto("/sign-in");
    await page.getByLabel("Work e-mail").fill(emailOf("officer"));
    await page.getByLabel("Password", { exact: true }).fill(samplePassword);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL((url) => url.pathname === "/");
    const kept = await page.evaluate(() =>
      JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    const [cookie] = (await page.context().cookies(server.url)).filter(({ name }) => name === sessionCookie);
    expect(cookie?.httpOnly).toBe(true);
    expect(kept).not.toContain(cookie?.value ?? "none");
    expect(await page.content()).not.toContain(cookie?.value ?? "none");
  });
});

test.describe("guessing", () => {
  test("gets the same answer for known and unknown accounts, and is blocked after some attempts", async ({ https }) => {
    const from = (address: string) => ({ ...abroad, "x-forwarded-for": address });
    const shape = ({ status, body }: Tried, email: string) =>
      `${status} ${body
        .replace(/"requestId":"[^"]*"/, "")
        .replaceAll(email, "EMAIL")
        .replace(/"b":"[^"]*"/, "")}`;
    const known = await signIn(https, emailOf("admin"), "wrong password", from("198.51.100.20"));
    const unknown = await signIn(https, "nobody@test.example", "wrong password", from("198.51.100.20"));
    expect(shape(known, emailOf("admin"))).toBe(shape(unknown, "nobody@test.example"));
    expect(known.cookies.join()).not.toContain("aat-session");

    const tries: string[] = [];
    for (let n = 0; n < 10; n += 1)
      tries.push((await signIn(https, emailOf("admin"), `guess ${n}`, from("198.51.100.21"))).body);
    expect(tries[0]).toContain("SIGN_IN_FAILED");
    expect(tries.at(-1)).toContain("TOO_MANY_ATTEMPTS");
    // This does not lock anybody out from other addresses.
    const right = await signIn(https, emailOf("admin"), samplePassword, from("198.51.100.22"));
    expect(right.cookies.join()).toContain("__Host-aat-session");
  });

  test("no usual default account works on a fresh register", async ({ site }) => {
    const names = ["admin", "root", "administrator", "test", "user", "guest", "demo", "manager", "officer", "postgres"];
    const [{ n } = { n: 0 }] = await ask<{ n: number }>(
      site,
      "select count(*)::int as n from users where not is_sample",
    );
    expect(n).toBe(0);
    for (const name of names) {
      const password = { admin: "admin", root: "root", officer: "password" }[name] ?? `${name}123`;
      const { cookies } = await signIn(site, `${name}@sample.example`, password);
      expect(sessionIn(cookies), name).toBeUndefined();
    }
    for (const { email, password_hash } of await ask(site, "select email, password_hash from users")) {
      expect(people.map(emailOf)).toContain(email);
      expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
  });

  test("of several concurrent attempts to make the first administrator one succeeds", async ({ site }) => {
    const args = ["bin/user.mjs", "add", "--email", "chief@ministry.gov", "--name", "Chief", "--role", "admin"];
    const run = () => promisify(execFile)(process.execPath, args, { cwd: root, env: siteEnv(site.databaseUrl) });
    const ended = await Promise.allSettled([run(), run(), run()]);
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await ask(site, "select role from users where email = 'chief@ministry.gov'")).toEqual([{ role: "admin" }]);
  });
});

test.describe("after signing in", () => {
  const targets = [
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https://evil.example/activities",
    "javascript:alert(1)",
    "/%0d%0aSet-Cookie:x=1",
    "\r\nLocation: https://evil.example",
    "/.//evil.example",
    "/sign-in?next=//evil.example",
  ];
  for (const next of targets) {
    test(`next=${JSON.stringify(next)} does not lead to another site`, async ({ server }) => {
      const session = await mintSession(server, "viewer");
      const answer = await send(server, `/sign-in?next=${encodeURIComponent(next)}`, { session });
      expect(answer.status).toBe(307);
      expect(new URL(answer.headers.location ?? "", server.url).host).toBe(new URL(server.url).host);
      expect(answer.headers["set-cookie"] ?? []).not.toContain("x=1");
      const form = { email: emailOf("viewer"), password: samplePassword, next };
      const done = await callAction(server, "/sign-in", "users/signIn", form);
      const target = String(done.headers["x-action-redirect"]).split(";")[0] ?? "";
      expect(new URL(target, server.url).host).toBe(new URL(server.url).host);
      expect(target).toMatch(/^\/(?!\/)/);
    });
  }

  test("the requested page is opened", async ({ server }) => {
    const form = { email: emailOf("viewer"), password: samplePassword, next: "/plans?a=b" };
    const done = await callAction(server, "/sign-in", "users/signIn", form);
    expect(done.headers["x-action-redirect"]).toContain("/plans?a=b");
  });
});

test("a new password ends all other sessions of the person, and gives this browser a new secret", async ({
  as,
  server,
}) => {
  const email = `own.${Date.now()}@test.example`;
  await ask(
    server,
    `insert into users (email, name, role, password_hash)
     select $1, 'Khamla Somphone', 'officer', password_hash from users where email = $2`,
    [email, emailOf("officer")],
  );
  const signInHere = async () => {
    const page = await as(null);
    await page.goto("/sign-in?next=/settings/account");
    await page.getByLabel(w("auth.email")).fill(email);
    await page.getByLabel(w("auth.password")).fill(samplePassword);
    await page.getByRole("button", { name: exactly(w("auth.signIn")) }).click();
    await expect(page).toHaveURL(/\/settings\/account$/);
    return page;
  };
  const [elsewhere, page] = [await signInHere(), await signInHere()];
  const secretOf = async () => (await page.context().cookies()).find(({ name }) => name === sessionCookie)?.value;
  const before = await secretOf();
  await expect(page.getByText(w("account.sessions.this"))).toHaveCount(1);
  await page.getByLabel(exactly(w("account.password.present"))).fill(samplePassword);
  await page.getByLabel(exactly(w("account.password.password"))).fill("three green mangoes");
  await page.getByLabel(exactly(w("account.password.repeat"))).fill("three green mangoes");
  await page.getByRole("button", { name: exactly(w("account.password.submit")) }).click();
  await expect(page.getByText(w("account.saved.password"))).toBeVisible();
  expect(await secretOf()).not.toBe(before);
  await elsewhere.goto("/plans");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
});

test("a request for a link gets the same answer whether or not the account exists", async ({ https }) => {
  const ask = async (email: string) => {
    const answer = await callAction(https, "/forgotten", "users/askForLink", { email }, { headers: abroad });
    const { date: _date, "x-request-id": _id, "content-security-policy": _nonce, ...headers } = answer.headers;
    return { status: answer.status, headers: Object.keys(headers).sort(), location: headers["x-action-redirect"] };
  };
  const [known, unknown] = [await ask(emailOf("officer")), await ask("nobody@ministry.example")];
  expect(known.location).toContain("/forgotten?sent=1");
  expect(unknown).toEqual(known);
  const page = await send(https, "/forgotten?sent=1", { headers: { host: abroad.host } });
  expect(page.text).toContain(w("account.forgotten.sent"));
});

test("a browser that keeps no cookies is told so", async ({ as }) => {
  const page = await as(null);
  await page.goto("/sign-in");
  await page.getByLabel(w("auth.email")).fill(emailOf("viewer"));
  await page.getByLabel(w("auth.password")).fill(samplePassword);
  await page.context().clearCookies();
  await page.getByRole("button", { name: exactly(w("auth.signIn")) }).click();
  await expect(page.getByText(w("errors.COOKIES_BLOCKED"))).toBeVisible();
});
