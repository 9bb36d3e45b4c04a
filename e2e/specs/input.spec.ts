import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { nasty } from "../access/hostile-inputs";
import { addOngoing } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { send, sessionsOf } from "../support/http";
import { root } from "../support/server";
import { type Person, people } from "../support/session";

let sessions: Record<Person, string>;

test.beforeAll(async ({ server }) => {
  sessions = await sessionsOf(server, people);
});

const listParams = [
  ...["q", "sort", "page", "size", "period", "plan", "stage", "status", "schedule", "state", "partner", "outcome"],
  ...["priority", "sample", "cols", "pin", "w", "density", "facet", "menu", "edit", "view", "owner", "signal"],
];

test.describe("an address", () => {
  test("with any value of any parameter is accepted, or refused naming the parameter, and never fails", async ({
    server,
  }) => {
    for (const name of listParams) {
      // An empty list renders quickly.
      const rest = name === "q" ? "" : "&q=nothing-like-this";
      const tried = nasty.map(async (value) => {
        const path = `/activities?${name}=${encodeURIComponent(value)}${rest}`;
        const answer = await send(server, path, { session: sessions.officer });
        const what = `${name}=${value.slice(0, 30)}`;
        expect([200, 400, 404], what).toContain(answer.status);
        if (answer.status === 400) expect(answer.text, what).toContain(name);
      });
      await Promise.all(tried);
    }
    const twice = await send(server, "/activities?page=1&page=2", { session: sessions.officer });
    expect(twice.status).toBe(400);
  });

  test("that no page has gets 404 or 400 with a message in the reader's language", async ({ server }) => {
    const cases: [string, number][] = [
      ["/?period=a%20b", 400],
      ["/?year=2023", 400],
      ["/activities?asof=2023-02-30", 400],
      ["/activities?asof=0000-01-01", 400],
      ["/?asof=ADGSOM-99", 400],
      ["/plans?asof=2999-01-01", 400],
      ["/activities?asof=2023-03-01&asof=2023-03-02", 400],
      ["/settings?asof=2023-03-01", 400],
      ["/meetings/compare?from=ADGMIN-4&to=ADGMIN-3", 400],
      ["/meetings/compare?from=nowhere&to=today", 400],
      ["/meetings/compare?from=0000-01-01&to=today", 400],
      ["/meetings/compare/briefing/export?from=0000-01-01&format=docx", 400],
      ["/meetings/compare/briefing/export?from=ADGMIN-4&to=ADGMIN-3&format=docx", 400],
      ["/activities?signal=loud", 200],
      ["/reports/yearly-progress?period=%2F", 400],
      ["/activities?sort=rank.asc", 400],
      ["/activities?colour=red", 400],
      ["/activities?page=9999999", 404],
      ["/activities?period=CYCLE-1900", 404],
      ["/activities/new?plan=abc", 400],
      ["/activities/new?plan=999999999", 404],
      ["/activities/0", 404],
      ["/activities/1e3", 404],
      ["/activities/99999999999999999999", 404],
      ["/activities/1/states/XX", 404],
      ["/plans/0", 404],
      ["/admin/users?key=rank", 400],
      ["/admin/users?sort=", 200],
      ["/activities?q=a&q=b", 400],
      ["/activities?_=1", 400],
      ["/activities/new?plan=", 200],
      ["/settings?saved=nosuch", 400],
      ["/?period=%E0%BA%81-1", 404],
      ["/reports/work-plan?plan=no%20plan", 400],
      ["/reports/country-progress?state=Laos", 400],
      ["/reports/country-progress?state=ZZ", 404],
      ["/activities/export?format=exe", 400],
      ["/%ff%fe", 400],
    ];
    for (const [path, status] of cases) {
      for (const lang of ["en", "lo"]) {
        const answer = await send(server, path, { session: sessions.admin, lang });
        expect(answer.status, path).toBe(status);
        if (status === 400 && !path.includes("export")) expect(answer.text, path).toContain(`<html lang="${lang}"`);
        expect(answer.text, path).not.toMatch(/at \w+ \(|node_modules|SELECT |postgres:\/\//);
      }
    }
  });

  test("with SQL in the search text is searched for literally", async ({ server }) => {
    const marks = ["%", "_", "\\", "(", "[", "*", "'", '"', "50%_done\\(x)"];
    for (const mark of marks) {
      const { code } = await addOngoing(server, { titleEn: `Mark ${mark} here` });
      const rows = async (q: string) => {
        const { text, status } = await send(server, `/activities?q=${encodeURIComponent(q)}&size=100`, {
          session: sessions.officer,
        });
        expect(status, q).toBe(200);
        return [...text.matchAll(/data-row="(\d+)"/g)].length;
      };
      expect(await rows(`${code} ${mark}`), mark).toBe(1);
      expect(await rows(`${code} ${mark}${mark}q`), mark).toBe(0);
    }
  });

  test("finds composed and decomposed text alike; control characters and very long searches are harmless", async ({
    server,
  }) => {
    const { code } = await addOngoing(server, { titleEn: "Café ນ້ໍາ ກໍາລັງ", titleLo: "ກຳລັງ ໜ່ວຍ" });
    const finds = async (text: string) => {
      const answer = await send(server, `/activities?q=${encodeURIComponent(`${code} ${text}`)}`, {
        session: sessions.officer,
      });
      expect(answer.status).toBe(200);
      return answer.text.includes("data-row=");
    };
    const same = ["café", "cafe\u0301", "CAFE", "ກໍາລັງ", "ກຳລັງ", "ກ\u200bຳລັງ", "ໜ່ວຍ", "ຫນ່ວຍ", "ca\u202efé"];
    for (const text of same) expect(await finds(text), text).toBe(true);
    expect(await finds("ບໍ່ແມ່ນ")).toBe(false);
    const long = await send(server, `/activities?q=${"a".repeat(50_000)}`, { session: sessions.officer });
    expect([400, 414, 431]).toContain(long.status);
    expect((await send(server, "/activities?q=a", { session: sessions.officer })).status).toBe(200);
  });
});

test.describe("disclosure", () => {
  test("a failure shows a code and a number that is in the log; never a stack, a query or a path", async ({
    server,
  }) => {
    const answers = [
      await send(server, "/activities?page=x", { session: sessions.officer }),
      await send(server, "/sign-in", { method: "POST", body: "x", headers: { "content-type": "multipart/form-data" } }),
      await send(server, "/sign-in", {
        method: "POST",
        body: "\u0000",
        headers: { "content-type": "multipart/form-data; boundary=x", "next-action": "0".repeat(42) },
      }),
      await send(server, "/settings", {
        method: "POST",
        body: "{",
        session: sessions.officer,
        headers: { "next-action": "x" },
      }),
    ];
    for (const { status, text, headers } of answers) {
      expect(status).toBeLessThan(500);
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
      expect(text).not.toMatch(/\bat [\w.]+ \(|node_modules|\/server\/|select .* from|ECONN|postgres:/i);
    }
  });

  test("no internal file is served, and the browser's scripts contain no secret and no SQL", async ({ server }) => {
    const hidden = [
      ...["/.env", "/.git/config", "/package.json", "/next.config.ts", "/api/debug", "/data/auth-secret"],
      ...["/_next/static/../../package.json", "/..%2f..%2fetc/passwd", "/server/auth/auth.ts", "/.next/BUILD_ID"],
    ];
    for (const file of hidden) {
      const { status } = await send(server, file, { session: sessions.admin });
      expect([400, 401, 404], file).toContain(status);
    }
    const folder = path.join(root, ".next", "static");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
    for (const file of files.filter((name) => name.endsWith(".js"))) {
      const text = readFileSync(path.join(folder, file), "utf8");
      expect(text, file).not.toMatch(/AUTH_SECRET|DATABASE_URL|argon2|passwordHash|\bselect \w+ from\b|insert into /i);
    }
    const security = await send(server, "/.well-known/security.txt");
    expect(security.status).toBe(200);
    const expires = /^Expires: (.*)$/m.exec(security.text)?.[1] ?? "";
    expect(Date.parse(expires)).toBeGreaterThan(Date.now());
  });

  test("every event is one line of JSON in the log, whatever the User-Agent contains", async ({ server }) => {
    const name = `{"level":60,"msg":"forged"}\\r\\n\u001b[31mred`;
    const before = readFileSync(server.logFile, "utf8").length;
    for (const path of ["/plans", "/activities?page=x", "/activities/99999999"]) {
      await send(server, path, {
        session: sessions.officer,
        headers: { "user-agent": name.replace(/[^\t\x20-\x7e]/g, "?") },
      });
    }
    const lines = readFileSync(server.logFile, "utf8").slice(before).split("\n").filter(Boolean);
    for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow();
    expect(lines.filter((line) => line.includes("forged")).length).toBeLessThanOrEqual(3);
  });
});
