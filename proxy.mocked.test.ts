import { readdirSync } from "node:fs";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "./domain/errors";
import { shownMessages } from "./i18n/catalogue";
import { config, proxy } from "./proxy";
import type { Identity } from "./server/gate/identify";
import { deskAreas } from "./server/request/ended-session";

const settings = vi.hoisted(() => ({
  NODE_ENV: "production",
  PORT: 3000,
  AUTH_SECRET: "no cookie was ever made with this secret",
}));
vi.mock("@/env", () => ({ env: () => settings }));
const { isKnownAway, identify, readPastMoment } = vi.hoisted(() => ({
  isKnownAway: vi.fn<() => boolean>(),
  identify: vi.fn<() => Promise<Identity>>(),
  readPastMoment: vi.fn(),
}));
vi.mock("@/server/observability/health", () => ({ isKnownAway }));
vi.mock("@/server/gate/identify", () => ({ identify }));
vi.mock("@/server/gate/known-actions", () => ({ isKnownAction: (id: string) => id === knownAction }));
vi.mock("@/server/gate/read-as-of", async (original) => ({ ...(await original<object>()), readPastMoment }));
const requestStore = vi.hoisted(() => vi.fn());
vi.mock("@/server/request/request-store", () => ({ requestStore }));

const nobody: Identity = { asker: { key: "address 198.51.100.7", isKnown: false }, kind: "nobody" };
const knownAction = `60${"a".repeat(40)}`;

beforeEach(() => {
  isKnownAway.mockReset().mockReturnValue(false);
  identify.mockReset().mockResolvedValue(nobody);
  readPastMoment.mockReset().mockResolvedValue(null);
  requestStore.mockReset();
});

type Ask = { method?: string; headers?: Record<string, string>; body?: FormData | string };

function ask(path: string, { method = "GET", headers = {}, body }: Ask = {}) {
  const request = new NextRequest(new URL(path, "http://127.0.0.1:3000"), {
    method,
    headers: { host: "127.0.0.1:3000", ...headers },
    body,
  });
  return proxy(request);
}

const own = { origin: "http://127.0.0.1:3000" };
const signedIn = { cookie: "aat-session=any" };
const asPerson = () => identify.mockResolvedValue({ asker: { key: "person 1", isKnown: true }, kind: "person" });

/** A form as React submits it in browsers without scripts. */
function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", JSON.stringify({ id: knownAction, bound: "$@1" }));
  form.append("$ACTION_1:1", "[null]");
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
const upload = "/activities/7/evidence/new";

describe("the gate", () => {
  it("passes a request on with its nonce, id and address for the page", async () => {
    asPerson();
    const response = await ask("/activities?sort=title.asc", { headers: signedIn });
    expect(response.status).toBe(200);
    const given = (name: string) => response.headers.get(`x-middleware-request-${name}`);
    expect(given("x-path")).toBe("/activities?sort=title.asc");
    expect(given("x-request-id")).toBe(response.headers.get("x-request-id"));
    expect(response.headers.get("content-security-policy")).toContain(`'nonce-${given("x-nonce")}'`);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  it.each(["/activities", "/", "/deadlines", "/reports", "/meetings/7", "/sign-in", "/activities/export"])(
    "drops from %s what others appended to its link",
    async (path) => {
      asPerson();
      const wanted = path.endsWith("export") ? "?format=csv" : "";
      const tracked = `${wanted || "?"}&fbclid=Iw_1&utm_source=a%20b`;
      const response = await ask(`${path}${tracked}`, { headers: signedIn });
      expect(response.status).toBe(307);
      const { pathname, search } = new URL(response.headers.get("location") ?? "");
      expect(pathname + search).toBe(path + wanted);
      expect((await ask(`/activities?fbclid=x`, { headers: { ...signedIn, ...own }, method: "POST" })).status).not.toBe(
        400,
      );
    },
  );

  it("gives a browser without cookies one on the sign-in page, by which blocked cookies are noticed", async () => {
    const given = async (path: string, headers = {}) => (await ask(path, { headers })).headers.get("set-cookie");
    expect(await given("/sign-in")).toBe("aat-cookies=1; Path=/; HttpOnly; SameSite=Lax");
    expect(await given("/sign-in", { cookie: "locale=lo" })).toBeNull();
    expect(await given("/forgotten")).toBeNull();
  });

  it("puts uploaded content into a sandbox, but no page", async () => {
    asPerson();
    const policyOf = async (path: string) =>
      (await ask(path, { headers: signedIn })).headers.get("content-security-policy") ?? "";
    for (const path of ["/activities/7/evidence/12", "/api/v1/entries/7/evidence/12", "/meetings/7/papers/12"]) {
      expect(await policyOf(path)).toMatch(/; sandbox$/);
    }
    for (const path of [upload, "/meetings/7/papers/new", "/activities/7", "/api/v1/entries/7/evidence"])
      expect(await policyOf(path)).not.toContain("sandbox");
  });

  it("ignores id, address and nonce sent by the caller", async () => {
    const forged = { "x-nonce": "known", "x-request-id": "forged", "x-path": "//evil.example" };
    const response = await ask("/plans", { headers: forged });
    for (const [name, value] of Object.entries(forged)) {
      expect(response.headers.get(`x-middleware-request-${name}`)).not.toBe(value);
    }
  });

  it("ignores the site's host and scheme as sent by the caller", async () => {
    const forwarded = { forwarded: "host=evil.example", "x-real-ip": "1.1.1.1", "x-forwarded-port": "1" };
    const forged = { "x-forwarded-host": "127.0.0.1:3000", "x-forwarded-proto": "a b", "x-forwarded-for": "1.1.1.1" };
    asPerson();
    const { headers } = await ask("/plans", { headers: { ...signedIn, ...forwarded, ...forged } });
    const given = (name: string) => headers.get(`x-middleware-request-${name}`);
    expect([given("x-forwarded-host"), given("x-forwarded-proto")]).toEqual(["127.0.0.1:3000", "http"]);
    for (const name of Object.keys(forwarded)) expect(given(name), name).toBeNull();
    // Which proxies are trusted is checked where addresses are read
    // (server/request/client-address.ts).
    expect(given("x-forwarded-for")).toBe("1.1.1.1");
  });

  it.each([
    ["a foreign host", "/", { headers: { host: "evil.example" } }, 400],
    ["a method that pages do not have", "/", { method: "DELETE", headers: own }, 405],
    ["another such method", "/activities", { method: "PROPFIND" }, 405],
    ["a post from elsewhere", "/", { method: "POST", headers: { origin: "https://evil.example" } }, 403],
    ["a post with Origin null", "/", { method: "POST", headers: { origin: "null" } }, 403],
    ["a post without Origin", "/", { method: "POST" }, 403],
    ["a body that is too large", "/", { method: "POST", headers: { ...own, "content-length": "1048577" } }, 413],
    ["a body of another kind", "/", { method: "POST", headers: own, body: "[]" }, 415],
    ["a form", "/", { method: "POST", headers: own, body: formOf({ a: "1" }) }, 200],
    [
      "a file at its limit",
      upload,
      { method: "POST", headers: { ...own, ...signedIn }, body: formOf({ file: "x".repeat(10_500_000) }) },
      200,
    ],
    [
      "a file over its limit",
      upload,
      { method: "POST", headers: { ...own, ...signedIn, "content-length": "12000001", "next-action": knownAction } },
      413,
    ],
    [
      "a file that its command refuses",
      upload,
      { method: "POST", headers: { ...own, ...signedIn }, body: formOf({ file: "x".repeat(11_900_000) }) },
      200,
    ],
    ["a file without a session", upload, { method: "POST", headers: { ...own, "content-length": "1048577" } }, 413],
    [
      "a large body for another form",
      "/activities/7/report",
      { method: "POST", headers: { ...own, ...signedIn, "content-length": "1048577" } },
      413,
    ],
    ["a value that the page does not know", "/activities?sort=rank.asc", {}, 400],
    ["the page of uncaught failures", "/_global-error", {}, 404],
    ["a foreign X-Forwarded-Host", "/", { headers: { "x-forwarded-host": "evil.example" } }, 400],
    ["a header between Next's servers", "/", { headers: { "x-middleware-prefetch": "1" } }, 400],
  ] as const)("%s", async (_name, path, request, status) => {
    asPerson();
    const response = await ask(path, request as Ask);
    expect(response.status).toBe(status);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    if (status === 405) expect(response.headers.get("allow")).toBe("GET, HEAD, POST");
  });

  it.each([
    ["an incomplete form", { "content-type": "multipart/form-data; boundary=x" }, "--x\r\nContent-Disp", 400],
    ["a form without a boundary", { "content-type": "multipart/form-data" }, "a=1", 400],
    [
      "a body that is too large, without Content-Length",
      { "content-type": "multipart/form-data; boundary=x" },
      "a".repeat(1_048_577),
      413,
    ],
    ["a body of another kind", { "content-type": "text/plain" }, "[]", 415],
    ["an action of another build", { "next-action": `60${"b".repeat(40)}` }, "[]", 404],
  ])("%s", async (_name, headers, body, status) => {
    expect((await ask("/", { method: "POST", headers: { ...own, ...headers }, body })).status).toBe(status);
  });

  it("refuses an address with an incomplete UTF-8 sequence", async () => {
    expect((await ask("/invite/%E0%A4%A")).status).toBe(400);
    expect((await ask("/invite/%E0%BA%81")).status).toBe(200);
  });

  it("applies to every address but static files", () => {
    const gate = new RegExp(`^${config.matcher[0]}$`);
    for (const path of ["/", "/icons", "/icon.svg/x", "/fonts/x", "/_next/statics", "/_next/image"])
      expect(gate.test(path), path).toBe(true);
    for (const path of ["/_next/static/chunks/a.js", "/icon.svg"]) expect(gate.test(path), path).toBe(false);
  });

  it("answers 503 with Retry-After while the database is down, except for health", async () => {
    identify.mockResolvedValue({ ...nobody, kind: "away" });
    const response = await ask("/activities");
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask("/api/health")).status).toBe(200);
    expect((await ask("/api/health/ready")).status).toBe(200);
  });

  it("does not query a database that is known to be down", async () => {
    isKnownAway.mockReturnValue(true);
    expect((await ask("/activities", { headers: signedIn })).status).toBe(503);
    expect(identify).not.toHaveBeenCalled();
  });
});

describe("a form with a file that is far too large", () => {
  it("is refused with the fields before the file", async () => {
    const body = formOf({ note: "ຍັງຢູ່" });
    body.append("file", new Blob(["x".repeat(13_000_000)]), "a.pdf");
    const response = await ask(upload, { method: "POST", headers: { ...own, ...signedIn }, body });
    expect(response.status).toBe(413);
    const text = await response.text();
    expect(text).toContain(shownMessages.en.errors.FILE_TOO_LARGE.replace("{max}", "10"));
    expect(text).toContain("ຍັງຢູ່</textarea>");
    expect(text).toContain(`<label>${shownMessages.en.evidence.field.note}<`);
    expect(text).toContain(shownMessages.en.errors.page.form.action);
  });
});

describe("a form of an earlier build", () => {
  it("is refused with what was typed, and for scripts with Next's own header", async () => {
    const body = formOf({ textLo: "ຍັງຢູ່" });
    body.set("$ACTION_1:0", JSON.stringify({ id: `60${"b".repeat(40)}`, bound: "$@1" }));
    const response = await ask("/activities/1/report", { method: "POST", headers: own, body });
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain("ຍັງຢູ່</textarea>");
    expect(text).toContain(shownMessages.en.errors.UNKNOWN_ACTION);
    const headers = { ...own, "next-action": `60${"b".repeat(40)}` };
    const toScript = await ask("/activities/1/report", { method: "POST", headers, body: new FormData() });
    expect(toScript.headers.get("x-nextjs-action-not-found")).toBe("1");
  });
});

describe("without a session", () => {
  it("a page of the desk redirects to the sign-in page, which returns there; other addresses answer themselves", async () => {
    const response = await ask("/activities?sort=title.asc&_rsc=abc");
    expect(response.status).toBe(307);
    const next = encodeURIComponent("/activities?sort=title.asc");
    const { pathname, search } = new URL(response.headers.get("location") ?? "");
    expect(pathname + search).toBe(`/sign-in?next=${next}`);
    expect(response.headers.get("content-security-policy")).toBeTruthy();
    for (const path of ["/sign-in", "/no-such-page", "/.well-known/security.txt"]) {
      expect((await ask(path)).status, path).toBe(200);
    }
  });

  it("no parameters of the desk or the API are checked before the caller is known", async () => {
    readPastMoment.mockResolvedValue(new AppError("AS_OF_NO_MEETING", { params: { code: "NOSUCH-1" } }));
    const locations = [];
    for (const query of ["", "?asof=NOSUCH-1", "?asof=ADGMIN-3", "?sort=rank.asc", "?nosuch=1"]) {
      const response = await ask(`/activities${query}`);
      expect(response.status, query).toBe(307);
      locations.push(new URL(response.headers.get("location") ?? "").pathname);
      expect((await ask(`/api/v1/entries${query}`)).status, query).toBe(200);
      expect((await ask(`/activities/export${query}`)).status, query).toBe(200);
    }
    expect(new Set(locations)).toEqual(new Set(["/sign-in"]));
    expect(readPastMoment).not.toHaveBeenCalled();
    asPerson();
    expect((await ask("/activities?asof=NOSUCH-1")).status).toBe(400);
  });

  it("every folder of the desk is listed in `deskAreas`", () => {
    const folders = readdirSync("app/(desk)", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...deskAreas].sort());
  });

  it("API routes answer 401, except for health", async () => {
    expect((await ask("/api/other")).status).toBe(401);
    expect((await ask("/api/healthy")).status).toBe(401);
    expect((await ask("/api/health/ready")).status).toBe(200);
  });

  it("a plain form gets back what was typed, to be copied, without secrets and row numbers", async () => {
    const typed = { textLo: "ສໍາເລັດ <ແລ້ວ>", internalRemark: "kept", password: "hidden-1", entryId: "77", version: "88" };
    const body = formOf(typed);
    const response = await ask("/activities/1/report", { method: "POST", headers: own, body });
    expect(response.status).toBe(401);
    const text = await response.text();
    expect(text).toContain(shownMessages.en.activity.field.textLo);
    expect(text).toContain("ສໍາເລັດ &lt;ແລ້ວ&gt;</textarea>");
    expect(text).toContain("kept</textarea>");
    expect(text).not.toMatch(/hidden-1|>77<|>88</);
  });

  it("a plain form's fields have the labels of that form, even if other forms use the same names", async () => {
    const { plans, users } = shownMessages.en;
    const body = formOf({ name: "Somebody", state: "3" });
    const text = await (await ask("/admin/users/new", { method: "POST", headers: own, body })).text();
    expect(text).toContain(users.field.state);
    expect(text).not.toContain(`<label>${plans.form.state}<`);
  });
});

describe("a refusal", () => {
  beforeEach(asPerson);

  it("is in the reader's language and names what could not be read, escaped", async () => {
    const lao = await ask("/activities?<b>=1&page=0", { headers: { "accept-language": "lo-LA" } });
    const text = await lao.text();
    expect(text).toContain('<html lang="lo">');
    expect(text).toContain("&lt;b&gt;, page");
    expect(text).not.toContain("<b>");
    expect(text).toContain(shownMessages.lo.errors.page.badRequest.action);
    const chosen = await ask("/activities?page=0", { headers: { "accept-language": "lo", cookie: "locale=en" } });
    expect(await chosen.text()).toContain('<html lang="en">');
  });

  it("has a code and the request's id, for programs as JSON", async () => {
    const response = await ask("/api/health", { headers: { host: "evil.example" } });
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual({
      error: expect.objectContaining({ code: "UNKNOWN_HOST", requestId: response.headers.get("x-request-id") }),
    });
  });
});
