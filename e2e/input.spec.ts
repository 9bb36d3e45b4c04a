import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { callAction, type Fields } from "./actions";
import { ask, tableHashes } from "./database";
import { addEntry, addOngoing, stateId, storedEntry } from "./entries";
import { expect, test } from "./fixtures";
import { send, sessionsOf } from "./http";
import { root, type TestSite } from "./server";
import { type Person, people } from "./session";

let sessions: Record<Person, string>;

test.beforeAll(async ({ server }) => {
  sessions = await sessionsOf(server, people);
});

/** What a program, or a prankster, may send in place of a value. */
const nasty = [
  "",
  " ",
  "null",
  "NaN",
  "1e999",
  "-1",
  "0",
  "9223372036854775808",
  "1.5",
  "\u0000",
  "\u202e\u2066",
  "a,b,,c",
  "__proto__",
  "constructor.prototype",
  "[object Object]",
  "{}",
  "' or 1=1 --",
  "%' escape '",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "{{7*7}}",
  "x".repeat(5_000),
  "👩‍👩‍👧".repeat(50),
];

const listParams = [
  ...["q", "sort", "page", "size", "period", "plan", "stage", "status", "schedule", "state", "partner", "outcome"],
  ...["priority", "sample", "cols", "pin", "w", "density", "facet", "edit"],
];

test.describe("an address", () => {
  test("with any value of any parameter is read or refused with the name, never failed", async ({ server }) => {
    for (const name of listParams) {
      // An empty list is quickly drawn.
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

  test("that no page can have gets 404 or 400 with words, in the reader's language", async ({ server }) => {
    const cases: [string, number][] = [
      ["/?period=a%20b", 400],
      ["/?year=2023", 400],
      ["/activities?signal=loud", 400],
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

  test("with text that means something to SQL is searched for as it stands", async ({ server }) => {
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

  test("finds composed and decomposed text alike; controls and a very long search do no harm", async ({ server }) => {
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

test.describe("a form", () => {
  const forms: {
    name: string;
    page: (id: number) => string;
    fields: (id: number, site: TestSite) => Promise<Fields>;
  }[] = [
    {
      name: "activities/report",
      page: (id) => `/activities/${id}/report`,
      fields: async (id) => ({
        ...{
          entryId: String(id),
          version: "1",
          status: "ongoing",
          schedule: "on_track",
          scheduleReason: "",
          progress: "40",
        },
        ...{
          reportedOn: "2023-05-05",
          textEn: "x",
          textLo: "x",
          issues: "",
          nextSteps: "",
          decisionSought: "",
          meetingId: "",
        },
      }),
    },
    {
      name: "activities/edit",
      page: (id) => `/activities/${id}/edit`,
      fields: async (id) => ({
        ...{ entryId: String(id), version: "1", activityVersion: "1", titleEn: "T", titleLo: "", originalLocale: "en" },
        ...{
          kind: "study",
          summaryEn: "",
          summaryLo: "",
          outcomeIds: [],
          proponentStateId: "",
          participantStateIds: [],
        },
        ...{
          coProponentStateIds: [],
          implementingStateIds: [],
          funderPartnerIds: [],
          plannedStartOn: "",
          plannedEndOn: "",
        },
        ...{
          actualStartOn: "",
          actualEndOn: "",
          budgetApprovedUsd: "",
          budgetDisbursedUsd: "",
          fund: "",
          counted: "no",
        },
        ...{ isConfidential: "", internalRemark: "" },
      }),
    },
    {
      name: "activities/changeRows",
      page: () => "/activities",
      fields: async (id) => ({ rows: `${id}:1`, status: "", schedule: "", scheduleReason: "", progress: "41" }),
    },
    {
      name: "activities/reportShare",
      page: (id) => `/activities/${id}/states/LA`,
      fields: async (id, site) => ({
        ...{
          entryId: String(id),
          memberStateId: String(await stateId(site, "LA")),
          version: "1",
          status: "",
          note: "n",
        },
        focalPoint: "",
      }),
    },
    {
      name: "plans/create",
      page: () => "/plans/new",
      fields: async () => ({
        ...{ framework: "adgsom_atrc", partnerId: "", periodId: "", periodEn: "", periodLo: "", periodStartsOn: "" },
        ...{ periodEndsOn: "", masterplanId: "", state: "preparing", titleEn: "", titleLo: "", approvedCount: "" },
        ...{ proposedCount: "", sourceTitle: "", sourcePublisher: "", sourcePublishedOn: "", sourceAddress: "" },
      }),
    },
    {
      name: "users/add",
      page: () => "/admin/users/new",
      fields: async () => ({ email: "", name: "", role: "", state: "" }),
    },
  ];

  for (const { name, page, fields } of forms) {
    test(`${name} takes any value of any field, or refuses it in words; none makes it fail`, async ({ server }) => {
      test.slow();
      const { id } = await addOngoing(server, { lead: "LA" });
      const good = await fields(id, server);
      for (const field of Object.keys(good)) {
        for (const value of [...nasty, ["a", "b"], ["1", "1"]]) {
          const sent = { ...good, [field]: value };
          const answer = await callAction(server, page(id), name, sent, { session: sessions.admin });
          const what = `${field}=${String(value).slice(0, 30)}`;
          expect(answer.status, what).toBeLessThan(500);
          if (!answer.text.includes('"ok":false')) continue;
          const refusal = /"refusal":(\{.*\})\}/.exec(answer.text)?.[1] ?? "{}";
          const {
            code,
            message,
            fields: named,
          } = JSON.parse(refusal) as {
            code: string;
            message: string;
            fields: { field: string; message: string }[];
          };
          expect(message, what).toMatch(/^[A-Z].*\.$/s);
          if (code === "INVALID_INPUT")
            expect(
              named.every((one) => one.field && one.message),
              what,
            ).toBe(true);
          if (code === "INVALID_INPUT") expect(named.length, what).toBeGreaterThan(0);
        }
      }
      // Nothing of it stays in the process: the next request is a usual one.
      expect((await send(server, "/activities", { session: sessions.viewer })).status).toBe(200);
    });
  }

  test("a step that the rules do not know is refused, and nothing is written", async ({ server }) => {
    const [draft, closed] = [
      await addEntry(server, { lead: "LA" }),
      await addOngoing(server, { lead: "LA", year: 2021 }),
    ];
    const [meeting] = await ask<{ id: string }>(server, "select id::text from meetings where code = 'ADGMIN-3'");
    await ask(
      server,
      "update work_plans set state = 'closed' where id = (select work_plan_id from plan_entries where id = $1)",
      [closed.id],
    );
    const before = await tableHashes(server);
    const approve = { meetingId: meeting?.id ?? "", verbPrinted: "approved", outcome: "approved", version: "1" };
    const progress = { version: "1", status: "ongoing", schedule: "on_track", progress: "50" };
    const steps: [string, Fields, string][] = [
      ["activities/decide", { ...approve, entryId: String(draft.id) }, "STAGE_STEP_REFUSED"],
      ["activities/report", { ...progress, entryId: String(draft.id) }, "STATUS_NEEDS_APPROVAL"],
      ["activities/report", { ...progress, entryId: String(closed.id) }, "PLAN_CLOSED"],
      ["activities/changeRows", { rows: `${closed.id}:1`, progress: "50" }, "PLAN_CLOSED"],
      ["activities/submit", { entryId: String(closed.id), version: "1" }, "PLAN_CLOSED|NOT_A_DRAFT"],
      ["activities/remove", { entryId: String(closed.id), version: "1" }, "PLAN_CLOSED|NOT_A_DRAFT"],
    ];
    for (const [name, fields, code] of steps) {
      const { text } = await callAction(server, "/activities", name, fields, { session: sessions.manager });
      expect(text, name).toMatch(new RegExp(`"code":"(${code})"`));
    }
    expect(await tableHashes(server)).toEqual(before);
    await ask(server, "update work_plans set state = 'preparing' where state = 'closed'");
  });

  test("of fifty that save over the same version at once one wins; the others are told", async ({ server }) => {
    const { id } = await addOngoing(server, { lead: "LA" });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        callAction(
          server,
          "/activities",
          "activities/changeRows",
          { rows: `${id}:1`, progress: String(41 + n) },
          {
            session: sessions.officer,
          },
        ),
      ),
    );
    const won = answers.filter(({ text }) => text.includes('"ok":true'));
    expect(won).toHaveLength(1);
    expect(answers.filter(({ text }) => text.includes('"CONFLICT"'))).toHaveLength(49);
    expect(await storedEntry(server, id)).toMatchObject({ version: 2 });
  });

  test("what is sent is shown as it was sent, and runs nowhere", async ({ as, server }) => {
    const texts = [
      '<img src=x onerror="alert(1)">',
      "</script><script>alert(1)</script>",
      "{{constructor}}",
      "\u2028line",
    ];
    const { id, code } = await addOngoing(server, { lead: "LA", titleEn: texts.join(" "), titleLo: texts.join(" ") });
    const fields = { entryId: String(id), version: "1", status: "ongoing", schedule: "delayed", progress: "50" };
    const said = texts.join(" ");
    await callAction(
      server,
      "/activities",
      "activities/report",
      { ...fields, scheduleReason: said, textEn: said },
      {
        session: sessions.officer,
      },
    );
    const page = await as("officer");
    page.on("dialog", (dialog) => {
      throw new Error(`a script ran: ${dialog.message()}`);
    });
    for (const address of [
      `/activities/${id}`,
      `/activities/${id}/history`,
      `/activities/${id}/edit`,
      `/activities?q=${code}`,
    ]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await page.goto(`/activities/${id}`);
    await expect(page.getByText('<img src=x onerror="alert(1)">').first()).toBeVisible();
  });
});

test.describe("what is told", () => {
  test("of a failure is a code and a number that stands in the log; never a stack, a query or a path", async ({
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

  test("no file of the machinery is served, and the browser's scripts hold no secret and no SQL", async ({
    server,
  }) => {
    const hidden = [
      ...["/.env", "/.git/config", "/package.json", "/next.config.ts", "/api/debug", "/data/auth-secret"],
      ...["/_next/static/../../package.json", "/..%2f..%2fetc/passwd", "/server/auth.ts", "/.next/BUILD_ID"],
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

  test("every event is one line of JSON in the log, whatever a stranger calls himself", async ({ server }) => {
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
