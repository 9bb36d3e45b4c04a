import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "@/app/api/v1/endpoints/all";
import { auditLog } from "@/db/schema/audit-log";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { TokenScope } from "@/domain/vocabulary";
import { addEvidence } from "@/features/evidence/server/add-evidence";
import { files } from "@/features/evidence/testing";
import type { Context } from "../context";
import { contextOf, countAudit, everyRole, mintToken, stateId } from "../testing";
import { addOngoing } from "../testing-entries";
import { actAsSite } from "../testing-process";
import { answerApi } from "./answer";

let database: TestDatabase;
let by: Record<Role, Context>;
let thai: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  by = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

const keyOf = (context: Context, scope?: TokenScope) => mintToken(database.db, context, scope);

type Asking = { method?: string; body?: unknown; version?: string; unless?: string };

/** Sends a request with this person's API key. */
async function ask(key: string, path: string, { method, body, version, unless }: Asking = {}) {
  const answer = await answerApi(
    new Request(`http://127.0.0.1:3000/api/v1${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(version === undefined ? {} : { "if-match": version }),
        ...(unless === undefined ? {} : { "if-none-match": unless }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
    endpoints,
  );
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const json = ({ bytes }: { bytes: Buffer }) => JSON.parse(bytes.toString());

describe("the shares of member states", () => {
  it("can be read, and updated by their own member state with the version it has seen", async () => {
    const id = await addOngoing(database.db, { proponent: "TH", participants: ["LA"] });
    const [lao, key] = [await stateId(database.db, "LA"), await keyOf(by.focal)];
    const mine = `/entries/${id}/states/${lao}`;
    const all = json(await ask(key, `/entries/${id}/states`));
    expect(all.states.find(({ code }: { code: string }) => code === "LA")).toMatchObject({ note: null, version: 1 });
    const first = await ask(key, mine);
    expect(first.headers.get("etag")).toBe('"1"');
    const body = { status: "ongoing", note: "By a program.", focalPoint: "Somebody" };
    expect((await ask(key, mine, { method: "PUT", body })).status).toBe(428);
    const saved = await ask(key, mine, { method: "PUT", body, version: '"1"' });
    expect({ status: saved.status, etag: saved.headers.get("etag") }).toEqual({ status: 200, etag: '"2"' });
    expect(json(saved)).toMatchObject({ code: "LA", ...body, version: 2 });
    const late = await ask(key, mine, { method: "PUT", body, version: '"1"' });
    expect(late.status).toBe(412);
    expect(json(late).error).toMatchObject({ code: "CONFLICT", current: { note: "By a program.", version: "2" } });
    const [row] = await database.db.select().from(auditLog).where(eq(auditLog.action, "entry_state.report"));
    expect(row).toMatchObject({ actorId: by.focal.actor.userId, after: body });
  });

  it("can neither be read nor updated by other member states", async () => {
    const id = await addOngoing(database.db, { proponent: "VN", participants: ["LA", "TH"] });
    const lao = await stateId(database.db, "LA");
    const path = `/entries/${id}/states/${lao}`;
    const body = { note: "Ours alone." };
    await ask(await keyOf(by.focal), path, { method: "PUT", body, version: '"1"' });
    const key = await keyOf(thai);
    expect(json(await ask(key, path))).toMatchObject({ code: "LA", note: null, status: null });
    expect((await ask(key, path, { method: "PUT", body, version: '"2"' })).status).toBe(403);
    const foreign = await addOngoing(database.db, { proponent: "VN", participants: ["LA"] });
    expect((await ask(key, `/entries/${foreign}/states`)).status).toBe(404);
    // A state without a part in the entry has no share.
    expect((await ask(key, `/entries/${id}/states/${await stateId(database.db, "KH")}`)).status).toBe(404);
  });
});

describe("preconditions", () => {
  const body = { status: "ongoing", schedule: "on_track", progress: 10, textEn: "By a program." };

  it("compare tags as HTTP defines them: strong, in a list, or any", async () => {
    const id = await addOngoing(database.db, { proponent: "TH", participants: ["LA"] });
    const key = await keyOf(by.officer);
    const updates = `/entries/${id}/updates`;
    const statusOf = async (version: string) => (await ask(key, updates, { body, version })).status;
    for (const version of ['W/"1.1"', 'W/"1"', '"7"', '"abc"', '""', 'W/"1.1", "9"'])
      expect(await statusOf(version)).toBe(412);
    for (const version of ["1", '"1', "1.1", 'w/"1"', '"1" "2"', "*, *", ""]) expect(await statusOf(version)).toBe(400);
    expect(await statusOf('"9.9", "1.1"')).toBe(201);
    expect(await statusOf(' , W/"2" ,"2"')).toBe(201);
    expect(await statusOf("*")).toBe(201);
    expect(await statusOf('"4"')).toBe(201);
    expect((await ask(key, "/entries/999999/updates", { body, version: "*" })).status).toBe(404);
  });

  it("answer 304 while nothing changed, and change nothing that the caller knows", async () => {
    const id = await addOngoing(database.db, { proponent: "TH", participants: ["LA"] });
    const [key, path] = [await keyOf(by.officer), `/entries/${id}`];
    const tag = (await ask(key, path)).headers.get("etag") ?? "";
    for (const unless of [tag, `W/${tag}`, `"0", ${tag}`, "*"]) {
      const same = await ask(key, path, { unless });
      expect([same.status, same.headers.get("etag"), same.bytes.length]).toEqual([304, tag, 0]);
    }
    for (const unless of ['"0"', "x", ""]) expect((await ask(key, path, { unless })).status).toBe(200);
    const share = `${path}/states/${await stateId(database.db, "LA")}`;
    expect((await ask(key, share, { method: "PUT", body: { note: "New." }, version: "*" })).status).toBe(200);
    expect((await ask(key, path, { unless: tag })).status).toBe(200);
    const known = await ask(key, `${path}/updates`, { body, version: '"1"', unless: "*" });
    expect(known.status).toBe(412);
  });
});

describe("evidence", () => {
  it("is listed, and downloaded byte for byte", async () => {
    const entryId = await addOngoing(database.db, { proponent: "LA" });
    const file = { name: "ບົດລາຍງານ.pdf", bytes: files.pdf };
    const { evidenceId } = await addEvidence(by.officer, { entryId, kind: "report", file });
    const key = await keyOf(by.viewer, "read");
    const list = await ask(key, `/entries/${entryId}/evidence`);
    expect(json(list).files).toEqual([
      {
        id: evidenceId,
        kind: "report",
        fileName: "ບົດລາຍງານ.pdf",
        size: files.pdf.length,
        note: null,
        addedByName: by.officer.actor.name,
        isSample: false,
        createdAt: expect.any(String),
      },
    ]);
    const path = `/entries/${entryId}/evidence/${evidenceId}`;
    const sent = await ask(key, path);
    expect(sent.bytes.equals(files.pdf)).toBe(true);
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; .*filename\*=UTF-8''/),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    const head = await ask(key, path, { method: "HEAD" });
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect((await ask(await keyOf(thai), path)).status).toBe(404);
    expect((await ask(key, path, { method: "DELETE" })).status).toBe(403);
    expect((await ask(await keyOf(by.focal), path, { method: "DELETE" })).status).toBe(403);
    expect((await ask(await keyOf(by.officer), path, { method: "DELETE" })).status).toBe(204);
    expect((await ask(key, path)).status).toBe(404);
  });
});

describe("comments", () => {
  it("can be written and read as on the page, and removed by their author", async () => {
    const id = await addOngoing(database.db, { proponent: "LA" });
    const path = `/entries/${id}/comments`;
    const [officer, focal, viewer] = [await keyOf(by.officer), await keyOf(by.focal), await keyOf(by.viewer)];
    const inner = await ask(officer, path, { body: { audience: "desk", text: "For the desk." } });
    const open = await ask(focal, path, { body: { text: "ສຳລັບທຸກຄົນ" } });
    expect([inner.status, open.status]).toEqual([201, 201]);
    expect(open.headers.get("location")).toBe(`/api/v1${path}`);
    const textsOf = async (key: string) =>
      json(await ask(key, path)).comments.map(({ text }: { text: string }) => text);
    expect(await textsOf(officer)).toEqual(["For the desk.", "ສຳລັບທຸກຄົນ"]);
    for (const key of [focal, viewer]) expect(await textsOf(key)).toEqual(["ສຳລັບທຸກຄົນ"]);
    const before = await countAudit(database.db);
    const readsOnly = await keyOf(by.officer, "read");
    const refused = [
      await ask(readsOnly, path, { body: { text: "No." } }),
      await ask(viewer, path, { body: { text: "No." } }),
      await ask(officer, `${path}/${json(open).commentId}`, { method: "DELETE" }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(json(refused[0] ?? open).error.code).toBe("TOKEN_ONLY_READS");
    expect((await ask(focal, path, { body: { audience: "desk", text: "No." } })).status).toBe(400);
    expect((await ask(await keyOf(thai), path)).status).toBe(404);
    expect(await countAudit(database.db)).toBe(before);
    expect((await ask(focal, `${path}/${json(open).commentId}`, { method: "DELETE" })).status).toBe(204);
    expect(await textsOf(officer)).toEqual(["For the desk."]);
  });
});
