import { ask, tableMarks } from "../support/database";
import { addEntry, addOngoing, completeDraft, storedEntry } from "../support/entries";
import { expect, test } from "../support/fixtures";
import { type Asking, send } from "../support/http";
import type { TestSite } from "../support/server";
import { emailOf, mintKey, mintSession, people } from "../support/session";

type Said = { key?: string; body?: unknown; headers?: Record<string, string>; method?: string };

async function call(site: TestSite, path: string, { key, body, headers = {}, method }: Said = {}) {
  const asking: Asking = {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const answer = await send(site, `/api/v1${path}`, asking);
  const json = answer.text === "" ? null : JSON.parse(answer.text);
  return { ...answer, json };
}

const report = { status: "ongoing", schedule: "on_track", progress: 60, textEn: "By a program." };

test("requires a valid key: a cookie, a wrong, revoked or expired key, or one of a disabled account is refused", async ({
  server,
}) => {
  const session = await mintSession(server, "admin");
  expect((await send(server, "/api/v1/activities", { session })).status).toBe(401);
  const key = await mintKey(server, "viewer");
  expect((await call(server, "/activities", { key })).status).toBe(200);
  for (const spoil of ["revoked_at = now()", "revoked_at = null, expires_at = now()"]) {
    await ask(server, `update api_tokens set ${spoil}`);
    const answer = await call(server, "/activities", { key });
    expect(answer.status, spoil).toBe(401);
    expect(answer.headers["www-authenticate"]).toContain("Bearer");
    expect(answer.json.error).toMatchObject({ code: "UNAUTHENTICATED", requestId: answer.headers["x-request-id"] });
  }
  const other = await mintKey(server, "focal.th");
  await ask(server, "update users set is_active = false where email = $1", [emailOf("focal.th")]);
  expect((await call(server, "/activities", { key: other })).status).toBe(401);
  await ask(server, "update users set is_active = true where email = $1", [emailOf("focal.th")]);
  expect((await call(server, "/activities", { key: other })).status).toBe(200);
});

test("returns the same rows to each person as their pages, by the address of the table", async ({ server }) => {
  const ours = await addOngoing(server, { lead: "LA", isConfidential: true });
  const theirs = await addOngoing(server, { lead: "TH" });
  for (const person of people) {
    const key = await mintKey(server, person, "read");
    const { status, json } = await call(server, "/activities?sort=title.asc,status.desc&size=100", { key });
    expect(status, person).toBe(200);
    const ids = json.rows.map(({ id }: { id: number }) => id);
    const isDesk = ["admin", "manager", "officer"].includes(person);
    expect(ids.includes(ours.id), person).toBe(isDesk);
    expect((await call(server, `/entries/${ours.id}`, { key })).status, person).toBe(isDesk ? 200 : 404);
    const isOpen = person !== "focal.la";
    expect((await call(server, `/entries/${theirs.id}`, { key })).status, person).toBe(isOpen ? 200 : 404);
    for (const path of ["/plans", "/meetings", "/reference"]) {
      expect((await call(server, path, { key })).status, `${person} ${path}`).toBe(200);
    }
    expect(JSON.stringify(json)).not.toMatch(/internalRemark|passwordHash|searchText/);
  }
});

test("answers invalid input with a message, and changes nothing", async ({ server }) => {
  const { id } = await addOngoing(server, { lead: "LA" });
  const [key, reader] = [await mintKey(server, "officer"), await mintKey(server, "officer", "read")];
  await call(server, "/activities", { key });
  await call(server, "/activities", { key: reader });
  const seen = { "if-match": '"1"' };
  const updates = `/entries/${id}/updates`;
  const before = await tableMarks(server);
  const cases: [number, string, string, Said][] = [
    [400, "UNREADABLE_ADDRESS", "/activities?sort=rank.asc", { key }],
    [400, "UNREADABLE_ADDRESS", "/activities?density=compact", { key }],
    [400, "UNREADABLE_ADDRESS", "/plans?colour=red", { key }],
    [400, "AS_OF_UNREADABLE", "/activities?asof=0000-01-01", { key }],
    [404, "NOT_FOUND", "/nothing", { key }],
    [404, "NOT_FOUND", "/activities?page=999999", { key }],
    [405, "METHOD_NOT_ALLOWED", "/plans", { key, method: "DELETE" }],
    [403, "TOKEN_ONLY_READS", updates, { key: reader, body: report, headers: seen }],
    [428, "VERSION_REQUIRED", updates, { key, body: report }],
    [400, "INVALID_INPUT", updates, { key, body: report, headers: { "if-match": "1" } }],
    [412, "CONFLICT", updates, { key, body: report, headers: { "if-match": '"7"' } }],
    [415, "NOT_JSON", updates, { key, body: report, headers: { ...seen, "content-type": "text/plain" } }],
    [400, "INVALID_INPUT", updates, { key, body: [report], headers: seen }],
    [400, "INVALID_INPUT", updates, { key, body: { ...report, progress: "1e999", status: ["x"] }, headers: seen }],
    [413, "BODY_TOO_LARGE", updates, { key, body: { textEn: "x".repeat(1_100_000) }, headers: seen }],
  ];
  for (const [status, code, path, said] of cases) {
    const answer = await call(server, path, said);
    expect(answer.json.error, `${path} ${JSON.stringify(said).slice(0, 120)}`).toMatchObject({ code });
    expect(answer.status).toBe(status);
    expect(answer.json.error.message).not.toMatch(/\{|^[A-Z_]+$/);
  }
  const wrong = await call(server, updates, { key, body: { ...report, status: "done" }, headers: seen });
  expect(wrong.json.error.fields).toMatchObject([{ field: "status", code: "UNKNOWN_CHOICE" }]);
  expect(await tableMarks(server)).toEqual(before);
});

test("writes with a version; twenty requests with one idempotency key have one effect", async ({ server }) => {
  const { id } = await addOngoing(server, { lead: "LA" });
  const key = await mintKey(server, "officer");
  const entry = await call(server, `/entries/${id}`, { key });
  expect(entry.headers.etag).toBe('"1.1"');
  const once = { "if-match": entry.headers.etag ?? "", "idempotency-key": `key-${id}` };
  const path = `/entries/${id}/updates`;
  const all = await Promise.all(
    Array.from({ length: 20 }, () => call(server, path, { key, body: report, headers: once })),
  );
  expect(all.map(({ status }) => status)).toEqual(Array(20).fill(201));
  expect(new Set(all.map(({ text }) => text)).size).toBe(1);
  const { json } = await call(server, path, { key });
  expect(json.updates).toHaveLength(1);
  expect(await storedEntry(server, id)).toMatchObject({ version: 2, progress: 60 });

  const other = await call(server, path, { key, body: { ...report, progress: 70 }, headers: once });
  expect([other.status, other.json.error.code]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
  const manager = await mintKey(server, "manager");
  const independent = await call(server, path, { key: manager, body: report, headers: once });
  expect(independent.status).toBe(412);
});

test("takes an activity from draft to decision", async ({ server }) => {
  const key = await mintKey(server, "manager");
  const { json: reference } = await call(server, "/reference", { key });
  const [laos] = reference.states.filter(({ code }: { code: string }) => code === "LA");
  const [plan] = reference.plans;
  const fields = { titleEn: "Made by a program", originalLocale: "en", kind: "study", proponentStateId: laos.id };
  const made = await call(server, "/activities", { key, body: { ...fields, planId: plan.id } });
  expect(made.status).toBe(201);
  expect(made.headers.location).toBe(`/api/v1/entries/${made.json.entryId}`);
  const path = `/entries/${made.json.entryId}`;
  const tagOf = async () => (await call(server, path, { key })).headers.etag ?? "";
  const put = { ...fields, titleLo: "ສ້າງໂດຍໂປຣແກຣມ" };
  const edited = await call(server, path, { key, method: "PUT", body: put, headers: { "if-match": await tagOf() } });
  expect(edited.json.activity).toMatchObject({ titleLo: "ສ້າງໂດຍໂປຣແກຣມ" });
  const stale = await call(server, path, { key, method: "PUT", body: put, headers: { "if-match": '"1.1"' } });
  expect(stale.status).toBe(412);
  expect(stale.json.error.current).toMatchObject({ titleLo: "ສ້າງໂດຍໂປຣແກຣມ" });
  await completeDraft(server, made.json.entryId);
  const submitted = await call(server, `${path}/submission`, {
    key,
    method: "POST",
    headers: { "if-match": await tagOf() },
  });
  expect(submitted.json.entry.stage).toBe("submitted");
  const { json: known } = await call(server, "/meetings", { key });
  const meeting = known.meetings.find(({ code }: { code: string }) => code === "ADGMIN-3");
  const decision = { meetingId: meeting.id, verbPrinted: "approved", outcome: "approved" };
  const officer = await mintKey(server, "officer");
  const headers = { "if-match": await tagOf() };
  expect((await call(server, `${path}/decisions`, { key: officer, body: decision, headers })).status).toBe(403);
  const decided = await call(server, `${path}/decisions`, { key, body: decision, headers });
  expect(decided.json).toMatchObject({ stage: "approved" });
  const { json: story } = await call(server, `${path}/history`, { key });
  expect(story.history.length).toBeGreaterThanOrEqual(4);
});

test("removes a draft, and only a draft", async ({ server }) => {
  const key = await mintKey(server, "officer");
  const { id } = await addEntry(server, { lead: "LA" });
  const removed = await call(server, `/entries/${id}`, { key, method: "DELETE", headers: { "if-match": '"1"' } });
  expect([removed.status, removed.text]).toEqual([204, ""]);
  const { id: ongoing } = await addOngoing(server, { lead: "LA" });
  const kept = await call(server, `/entries/${ongoing}`, { key, method: "DELETE", headers: { "if-match": '"1"' } });
  expect(kept.status).toBe(409);
});
