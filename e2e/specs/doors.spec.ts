import path from "node:path";
import { callAction } from "../access/actions";
import { ask } from "../support/database";
import { test as base, expect } from "../support/fixtures";
import { send } from "../support/http";
import { startSite, type TestSite } from "../support/server";
import { emailOf, mintKey } from "../support/session";

const metricsToken = "for the end-to-end tests, long enough";

/** Wrong secrets count against an address, so these tests use a separate site. */
const test = base.extend<object, { guessed: TestSite }>({
  guessed: [
    async ({ browserName: _ }, use, info) => {
      const log = path.join(info.project.outputDir, "site-guessed.log");
      // The trusted proxy has another address than the client of the test.
      const env = { TRUSTED_PROXIES: "10.0.0.0/8", METRICS_TOKEN: metricsToken };
      const site = await startSite(process.env.E2E_TEMPLATE_URL ?? "", log, { env });
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

/** Headers in which any client can claim an address, host or scheme. */
const claims = (n: number) => ({
  "x-forwarded-for": `198.51.100.${n}`,
  "x-real-ip": `198.51.100.${n}`,
  forwarded: `for=198.51.100.${n}`,
});

test("failed attempts are limited whatever address untrusted headers claim", async ({ guessed }) => {
  const answers: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const fields = { email: emailOf("admin"), password: `guess ${n}` };
    answers.push((await callAction(guessed, "/sign-in", "users/signIn", fields, { headers: claims(n) })).text);
  }
  expect(answers.filter((body) => body.includes("SIGN_IN_FAILED")).length).toBeLessThanOrEqual(10);
  expect(answers.filter((body) => body.includes("TOO_MANY_ATTEMPTS")).length).toBeGreaterThanOrEqual(30);
  const rows = await ask(guessed, "select distinct address from audit_log where action = 'login_failed'");
  expect(rows).toEqual([{ address: "127.0.0.1" }]);
});

test("a host or scheme claimed in headers has no effect", async ({ guessed }) => {
  const odd = { "x-forwarded-proto": "gopher, https", "x-forwarded-port": "none" };
  const page = await send(guessed, "/sign-in", { headers: { ...odd, cookie: "aat-session=x" } });
  expect(page.status).toBe(200);
  const form = { email: "nobody@test.example", password: "no password" };
  const answer = await callAction(guessed, "/sign-in", "users/signIn", form, { headers: odd });
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).toMatch(/SIGN_IN_FAILED|TOO_MANY_ATTEMPTS/);
});

test("wrong keys, calendar addresses and tokens are limited for the seconds that the answer names", async ({
  guessed,
}) => {
  const long = (n: number) => String(n).padStart(43, "x");
  const doors: [string, number, (n: number) => [string, Record<string, string>]][] = [
    ["key", 401, (n) => ["/api/v1/plans", { authorization: `Bearer aat_${long(n)}` }]],
    ["calendar", 404, (n) => [`/calendar/${long(n)}.ics`, {}]],
    ["metrics", 404, (n) => ["/metrics", { authorization: `Bearer ${long(n)}` }]],
  ];
  for (const [name, wrong, asking] of doors) {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const [path, headers] = asking(n);
      const answer = await send(guessed, path, { headers: { ...claims(n), ...headers } });
      statuses.push(answer.status);
      if (answer.status === 429) expect(answer.headers["retry-after"], name).toMatch(/^(8\d\d|900)$/);
    }
    expect(new Set(statuses.slice(0, 8)), name).toEqual(new Set([wrong]));
    expect(new Set(statuses.slice(8)), name).toEqual(new Set([429]));
    const waits = await ask(guessed, "select after from audit_log where action = $1", [`${name}_throttled`]);
    expect(waits).toEqual([{ after: { target: expect.stringMatching(/^[0-9a-f]{12}$/) } }]);
  }
  const late = await send(guessed, "/api/v1/plans", {
    headers: { authorization: `Bearer ${await mintKey(guessed, "viewer")}` },
  });
  expect(late.status).toBe(429);
});
