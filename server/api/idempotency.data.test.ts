import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { endpoints } from "@/app/api/v1/endpoints/all";
import { apiTokens, idempotencyKeys } from "@/db/schema/api";
import { auditLog } from "@/db/schema/audit-log";
import { comments } from "@/db/schema/comments";
import { entryParties } from "@/db/schema/entry-parts";
import { users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { deniedAction } from "../auth/denied-acts";
import type { Context } from "../context";
import { contextOf, mintToken, stateId } from "../testing";
import { addOngoing } from "../testing-entries";
import { actAsSite } from "../testing-process";
import { holdAuditLog, untilWaiting } from "../testing-waits";
import { answerApi } from "./answer";

let database: TestDatabase;
let person: Context;
let secret: string;
let entryId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  person = await contextOf(database.db, "focal", "LA");
  secret = await mintToken(database.db, person);
  entryId = await addOngoing(database.db, { proponent: "LA", participants: ["TH"] });
});

const mine = () => eq(users.id, person.actor.userId ?? 0);
const set = (values: Partial<typeof users.$inferInsert>) => database.db.update(users).set(values).where(mine());

/** The same comment with the same key, as a program repeats it when it has received no answer. */
async function send(text = "Said once.") {
  const answer = await answerApi(
    new Request(`http://127.0.0.1:3000/api/v1/entries/${entryId}/comments`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${secret}`,
        "content-type": "application/json",
        "idempotency-key": `key-${entryId}`,
      },
      body: JSON.stringify({ text }),
    }),
    endpoints,
  );
  return { status: answer.status, body: await answer.json() };
}

const countComments = () => database.db.$count(comments, eq(comments.entryId, entryId));

it("a stored answer is returned again if the caller's rights are unchanged", async () => {
  const first = await send();
  expect(first.status).toBe(201);
  expect(await send()).toEqual(first);
  expect(await countComments()).toBe(1);
  expect((await send("Something else.")).status).toBe(422);
});

it.each([
  ["the focal point of another state", async () => set({ memberStateId: await stateId(database.db, "TH") }), 403],
  ["a viewer", () => set({ role: "viewer", memberStateId: null }), 403],
  ["disabled", () => set({ isActive: false }), 401],
  ["without that key", () => database.db.update(apiTokens).set({ revokedAt: new Date() }), 401],
])("a stored answer is not returned to a caller who is now %s", async (_what, change, status) => {
  expect((await send()).status).toBe(201);
  await change();
  expect((await send()).status).toBe(status);
  expect(await countComments()).toBe(1);
});

it("a stored answer is not returned once its subject is out of the caller's reach", async () => {
  await send();
  const lao = await stateId(database.db, "LA");
  const theirs = and(eq(entryParties.entryId, entryId), eq(entryParties.memberStateId, lao));
  await database.db
    .update(entryParties)
    .set({ memberStateId: await stateId(database.db, "VN") })
    .where(theirs);
  const thai = await stateId(database.db, "TH");
  await database.pool.query("delete from entry_states where entry_id = $1 and member_state_id <> $2", [entryId, thai]);
  expect((await send()).status).toBe(404);
});

it("an answer stored without rights is returned to nobody", async () => {
  const first = await send();
  const key = eq(idempotencyKeys.key, `key-${entryId}`);
  await database.db.update(idempotencyKeys).set({ answer: first }).where(key);
  expect((await send()).status).toBe(403);
});

it("many identical requests at once have one effect and one answer", async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => send()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await countComments()).toBe(1);
});

it("requests that wait for the first get nothing if the person's role is lowered meanwhile", async () => {
  const release = await holdAuditLog(database);
  const all = Promise.all(Array.from({ length: 8 }, () => send()));
  // The first request waits for the audit lock, the others wait for the first.
  await untilWaiting(database, 8);
  await set({ role: "viewer", memberStateId: null });
  await release();
  expect(new Set((await all).map(({ status }) => status))).toEqual(new Set([403]));
  expect(await countComments()).toBe(0);
});

it("a denied act under an idempotency key is audited although the key's transaction is rolled back", async () => {
  await set({ role: "viewer", memberStateId: null });
  expect((await send()).status).toBe(403);
  const rows = await database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, deniedAction), eq(auditLog.actorId, person.actor.userId ?? 0)));
  expect(rows).toMatchObject([{ subject: "plan_entries", subjectId: entryId, after: { act: "comment.add" } }]);
  expect(await database.db.$count(idempotencyKeys, eq(idempotencyKeys.key, `key-${entryId}`))).toBe(0);
});
