import { connect } from "node:net";
import { callAction } from "../access/actions";
import { access, addressOf, fixturesOf } from "../access/routes";
import { tableMarks } from "../support/database";
import { addOngoing } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { type Answer, send, sessionsOf } from "../support/http";
import type { TestSite } from "../support/server";
import { type Person, people } from "../support/session";

let sessions: Record<Person, string>;

test.beforeAll(async ({ server }) => {
  sessions = await sessionsOf(server, people);
});

/** The headers that every answer has. */
function expectSafe({ headers }: Answer, what: string): void {
  const policy = String(headers["content-security-policy"] ?? "");
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
    expect(policy, what).toContain(rule);
  }
  expect(policy.split("style-src-attr")[0], what).not.toMatch(/unsafe-inline|unsafe-eval/);
  expect(headers["x-content-type-options"], what).toBe("nosniff");
  expect(headers["referrer-policy"], what).toMatch(/^(same-origin|strict-origin)$/);
  expect(headers["cross-origin-opener-policy"], what).toBe("same-origin");
  expect(headers["cross-origin-resource-policy"], what).toBe("same-origin");
  expect(headers["permissions-policy"], what).toContain("geolocation=()");
  expect(headers["x-powered-by"], what).toBeUndefined();
  expect(headers.server, what).toBeUndefined();
}

test.describe("headers", () => {
  const answers: [string, number, (site: TestSite) => Promise<Answer>][] = [
    ["a page", 200, (site) => send(site, "/activities", { session: sessions.officer })],
    ["its data", 200, (site) => send(site, "/plans?_rsc", { session: sessions.officer, headers: { RSC: "1" } })],
    ["HEAD", 200, (site) => send(site, "/plans", { method: "HEAD", session: sessions.officer })],
    ["the sign-in", 200, (site) => send(site, "/sign-in")],
    ["a redirect", 307, (site) => send(site, "/plans")],
    ["health", 200, (site) => send(site, "/api/health")],
    ["a program's 401", 401, (site) => send(site, "/api/v1/activities")],
    ["400", 400, (site) => send(site, "/activities?page=0", { session: sessions.officer })],
    ["403", 403, (site) => send(site, "/sign-in", { method: "POST", body: "", headers: { origin: "null" } })],
    ["404 of a page", 404, (site) => send(site, "/activities/99999999", { session: sessions.officer })],
    ["404 of no page", 404, (site) => send(site, "/no-such-page")],
    ["405", 405, (site) => send(site, "/plans", { method: "DELETE" })],
    ["413", 413, (site) => send(site, "/sign-in", { method: "POST", body: "x".repeat(1_048_577) })],
    ["a download", 200, (site) => send(site, "/activities/export?format=csv", { session: sessions.viewer })],
    ["an action", 200, (site) => callAction(site, "/settings", "settings/setTheme", {}, { session: sessions.viewer })],
  ];
  for (const [what, status, ask] of answers) {
    test(`of ${what}`, async ({ server }) => {
      const answer = await ask(server);
      expect(answer.status).toBe(status);
      expectSafe(answer, what);
      expect(answer.headers["cache-control"], what).toContain("no-store");
      expect(answer.headers["x-request-id"], what).toMatch(/^[0-9a-f-]{36}$/);
      const type = String(answer.headers["content-type"] ?? "");
      if (type.startsWith("text/html")) expect(type).toContain("charset=utf-8");
    });
  }

  test("of static files: nosniff, not framed, cached for a year", async ({ server }) => {
    const { text } = await send(server, "/sign-in");
    const files = [...text.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, file]) => file ?? "");
    expect(files.length).toBeGreaterThan(3);
    for (const file of files.filter((name) => !name.includes("?"))) {
      const answer = await send(server, file);
      expect(answer.status, file).toBe(200);
      expect(answer.headers, file).toMatchObject({
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": expect.stringContaining("geolocation=()"),
      });
      // The site under test is not https; e2e/specs/sign-in.spec.ts tests one that is.
      expect(answer.headers["strict-transport-security"], file).toBeUndefined();
      expect(answer.headers["cache-control"], file).toContain("immutable");
    }
  });
});

test.describe("scripts", () => {
  test("carry a new nonce in every answer, also on not-found and error pages", async ({ server }) => {
    const nonces = new Set<string>();
    const pages = [
      "/sign-in",
      "/settings",
      "/activities/99999999",
      "/no-such-page",
      "/activities?page=0",
      "/plans/new",
    ];
    const rounds = 200;
    for (let round = 0; round < rounds; round += 1) {
      const page = pages[round % pages.length] ?? "/";
      const { headers, text } = await send(server, page, { session: sessions.officer });
      const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
      expect(Buffer.from(nonce, "base64").length).toBeGreaterThanOrEqual(16);
      nonces.add(nonce);
      for (const [tag] of text.matchAll(/<script\b[^>]*>/g)) expect(tag, page).toContain(`nonce="${nonce}"`);
      expect(text, page).not.toMatch(/\son\w+="/);
    }
    expect(nonces.size).toBe(rounds);
  });
});

test.describe("origin, method and host", () => {
  const foreign = ["https://evil.example", "null", "http://127.0.0.1:1", ""];

  test("a write from another origin is refused before it has any effect", async ({ server }) => {
    const { id } = await addOngoing(server, { lead: "LA" });
    const fields = { entryId: String(id), version: "1", status: "ongoing", schedule: "on_track", progress: "50" };
    const before = await tableMarks(server);
    const calls: [string, string, Record<string, string>][] = [
      [`/activities/${id}/report`, "activities/report", fields],
      ["/activities", "activities/changeRows", { rows: `${id}:1`, progress: "50" }],
      ["/settings", "users/setLocale", { locale: "lo" }],
      ["/activities", "users/signOut", {}],
      ["/admin/users/new", "users/add", { email: "evil@test.example", name: "Evil", role: "admin" }],
    ];
    for (const [page, name, sent] of calls) {
      for (const origin of foreign) {
        const answer = await callAction(server, page, name, sent, { session: sessions.admin, headers: { origin } });
        expect(answer.status, `${name} from ${origin}`).toBe(403);
      }
      // Without Origin, Sec-Fetch-Site decides; without both headers the request is refused.
      for (const site of ["cross-site", "same-site", "none", ""]) {
        const headers = { "sec-fetch-site": site };
        const answer = await withoutOrigin(server, page, { ...headers, cookie: `aat-session=${sessions.admin}` });
        expect(answer, `${name}, Sec-Fetch-Site ${site}`).toMatch(/^HTTP\/1\.1 403 /);
      }
    }
    expect(await tableMarks(server)).toEqual(before);
    expect((await send(server, "/activities", { session: sessions.admin })).status).toBe(200);
  });

  test.describe("a form on another site", () => {
    test.use({ expectedErrors: [/status of 403/] });
    test("cannot post, even with the person's cookie", async ({ as, server }) => {
      const page = await as("admin");
      await page.route("http://evil.example/", (route) =>
        route.fulfill({
          contentType: "text/html",
          body: `<form method="post" action="${server.url}/settings"><button>Win a prize</button></form>`,
        }),
      );
      await page.goto("http://evil.example/");
      const answered = page.waitForResponse((response) => response.url().startsWith(server.url));
      await page.getByRole("button", { name: "Win a prize" }).click();
      expect((await answered).status()).toBe(403);
    });
  });

  test("a foreign origin gets no CORS permission", async ({ server }) => {
    const answer = await send(server, "/api/health", { headers: { origin: "https://evil.example" } });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
    const preflight = await send(server, "/activities", {
      method: "OPTIONS",
      headers: { origin: "https://evil.example" },
    });
    expect(preflight.status).toBe(405);
  });

  for (const method of ["PUT", "DELETE", "PATCH", "PROPFIND", "TRACE", "OPTIONS"]) {
    test(`${method} is not allowed on pages`, async ({ server }) => {
      for (const path of ["/", "/activities", "/activities/1", "/sign-in", "/api/health"]) {
        const answer = await send(server, path, { method, session: sessions.admin });
        expect(answer.status, path).toBe(405);
        expect(answer.headers.allow, path).toBe("GET, HEAD, POST");
      }
    });
  }

  test("reading every page as administrator writes nothing", async ({ server }) => {
    const fixtures = await fixturesOf(server);
    const before = await tableMarks(server);
    for (const addresses of Object.values(access)) {
      for (const pattern of Object.keys(addresses)) {
        // A download writes an audit row by design.
        if (!pattern.includes("/export")) await send(server, addressOf(pattern, fixtures), { session: sessions.admin });
      }
    }
    expect(await tableMarks(server)).toEqual(before);
  });

  test("unknown hosts get 400, and no redirect leads there", async ({ server }) => {
    const { port } = new URL(server.url);
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", `127.0.0.1:${port}.evil.example`]) {
      const answer = await send(server, "/", { headers: { host } });
      expect(answer.status, host).toBe(400);
      expect(answer.headers.location, host).toBeUndefined();
    }
    const claims: Record<string, string>[] = [
      { "x-forwarded-host": "evil.example" },
      { forwarded: "host=evil.example" },
    ];
    for (const headers of claims) {
      const answer = await send(server, "/plans", { headers });
      expect(new URL(answer.headers.location ?? "", server.url).host).toBe(new URL(server.url).host);
    }
    const own = `127.0.0.1:${port}`;
    const twice = `GET / HTTP/1.1\r\nHost: ${own}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`;
    expect(await raw(server, twice)).toMatch(/^HTTP\/1\.1 (400|307) /);
    for (const path of ["//evil.example/plans", "/\\evil.example", "/%5cevil.example", "///evil.example/"]) {
      const { headers } = await send(server, path, { session: sessions.admin });
      expect(new URL(headers.location ?? "/", server.url).host, path).toBe(new URL(server.url).host);
    }
    const absolute = `GET http://evil.example/plans HTTP/1.1\r\nHost: ${own}\r\nConnection: close\r\n\r\n`;
    expect(await raw(server, absolute)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

/** A POST without headers about its origin. */
function withoutOrigin(site: TestSite, path: string, headers: Record<string, string>): Promise<string> {
  const lines = Object.entries(headers).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  const host = new URL(site.url).host;
  return raw(
    site,
    [`POST ${path} HTTP/1.1`, `Host: ${host}`, "Content-Length: 0", "Connection: close", ...lines, "", ""].join("\r\n"),
  );
}

/** Sends a request verbatim and returns the raw answer. */
function raw(site: TestSite, request: string): Promise<string> {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.setEncoding("utf8");
    socket.on("data", (part) => {
      text += part;
    });
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
  });
}
