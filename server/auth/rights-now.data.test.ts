import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apiTokens } from "@/db/schema/api";
import { comments } from "@/db/schema/comments";
import { sessions, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { activitiesAddress } from "@/features/activities/list-address";
import { exportActivities } from "@/features/activities/server/export-activities";
import { addComment } from "@/features/comments/server/add-comment";
import { listComments } from "@/features/comments/server/list-comments";
import { changePassword } from "@/features/users/server/change-password";
import { endOwnSession } from "@/features/users/server/end-own-session";
import { signOutEverywhere } from "@/features/users/server/sign-out-everywhere";
import type { Context, Proof } from "../context";
import { contextOf, countAudit, stateId } from "../testing";
import { addOngoing } from "../testing-entries";
import { actAsSite } from "../testing-process";
import { hold, holdAuditLog, untilWaiting } from "../testing-waits";
import { hashPassword } from "./passwords";
import { openSession } from "./sessions";

let database: TestDatabase;
let entryId: number;
let person: Context;
let proof: Proof;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  entryId = await addOngoing(database.db, { proponent: "LA", participants: ["TH"] });
});
afterAll(() => database.drop());
beforeEach(async () => {
  const made = await contextOf(database.db, "focal", "LA");
  proof = { by: "session", id: await sessionOf(made), readAt: performance.now() };
  person = { ...made, proof };
});

const idOf = ({ actor }: Context) => actor.userId ?? 0;

async function sessionOf(context: Context): Promise<number> {
  const client = { address: null, userAgent: null, now: new Date() };
  await database.db.transaction((tx) => openSession(tx, idOf(context), client));
  const [row] = await database.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, idOf(context)))
    .orderBy(sql`id desc`);
  return row?.id ?? 0;
}

const set = (values: Partial<typeof users.$inferInsert>) =>
  database.db
    .update(users)
    .set(values)
    .where(eq(users.id, idOf(person)));

/** What can happen to a person while their request waits, and the resulting refusal. */
const changes: [string, () => Promise<unknown>, string][] = [
  ["is disabled", () => set({ isActive: false }), "UNAUTHENTICATED"],
  ["is given a lower role", () => set({ role: "viewer", memberStateId: null }), "FORBIDDEN"],
  ["moves to another state", async () => set({ memberStateId: await stateId(database.db, "TH") }), "FORBIDDEN"],
  ["is signed out", () => database.db.delete(sessions).where(eq(sessions.id, proof.id)), "UNAUTHENTICATED"],
];

const say = (text = "Written while others wrote.") =>
  addComment(person, { entryId, audience: "all", text, mentions: [] });

describe("a command that waits for a lock", () => {
  it.each(changes)("writes nothing for a person who %s meanwhile", async (_what, change, code) => {
    const before = [await database.db.$count(comments), await countAudit(database.db)];
    const release = await holdAuditLog(database);
    const waiting = expect(say()).rejects.toMatchObject({ code });
    await untilWaiting(database);
    await change();
    await release();
    await waiting;
    expect([await database.db.$count(comments), await countAudit(database.db)]).toEqual(before);
  });

  it("writes nothing with a key that is revoked meanwhile", async () => {
    const values = { userId: idOf(person), name: "k", secretHash: `k${idOf(person)}`, scope: "write" as const };
    const [key] = await database.db
      .insert(apiTokens)
      .values({ ...values, expiresAt: new Date(Date.now() + 60_000) })
      .returning({ id: apiTokens.id });
    person = { ...person, proof: { by: "token", id: key?.id ?? 0, readAt: performance.now() } };
    await say("With the key.");
    const release = await holdAuditLog(database);
    const waiting = expect(say()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await untilWaiting(database);
    await database.db.update(apiTokens).set({ revokedAt: new Date() });
    await release();
    await waiting;
  });

  it("writes for everybody else, one after the other", async () => {
    const before = await database.db.$count(comments);
    const release = await holdAuditLog(database);
    const all = Array.from({ length: 12 }, (_, number) => say(`Number ${number}`));
    await untilWaiting(database, all.length);
    await release();
    await Promise.all(all);
    expect(await database.db.$count(comments)).toBe(before + all.length);
  });
});

describe("a command that ends the session it is called with", () => {
  const present = "a drum and two boats";
  const changed = () =>
    changePassword(person, { present, password: "three green mangoes", repeat: "three green mangoes" });

  it("succeeds, also if another session has been ended", async () => {
    const other = await sessionOf(person);
    await endOwnSession(person, { sessionId: String(other) });
    await set({ passwordHash: await hashPassword(present) });
    await changed();
    person = { ...person, proof: { ...proof, id: await sessionOf(person) } };
    await signOutEverywhere(person, {});
    person = { ...person, proof: { ...proof, id: await sessionOf(person) } };
    await endOwnSession(person, { sessionId: String(person.proof?.id) });
    expect(await database.db.$count(sessions, eq(sessions.userId, idOf(person)))).toBe(0);
  });

  it("fails if that session was ended while it waited", async () => {
    await set({ passwordHash: await hashPassword(present) });
    const release = await hold(database, (tx) =>
      tx
        .select()
        .from(users)
        .where(eq(users.id, idOf(person)))
        .for("update"),
    );
    const waiting = expect(changed()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await untilWaiting(database);
    await database.db.delete(sessions).where(eq(sessions.id, proof.id));
    await release();
    await waiting;
  });
});

describe("a query", () => {
  /** Makes the rights appear to have been read so long ago that they are checked again. */
  const readLongAgo = () => {
    proof.readAt = performance.now() - 2_001;
  };

  it.each(changes)("that waits long returns nothing to a person who %s meanwhile", async (_what, change, code) => {
    const release = await hold(database, (tx) => tx.execute(sql`lock table comments in access exclusive mode`));
    const waiting = expect(listComments(person, { entryId })).rejects.toMatchObject({ code });
    await untilWaiting(database);
    readLongAgo();
    await change();
    await release();
    await waiting;
  });

  it("checks the rights once per interval, and not at all if it is quick", async () => {
    await set({ isActive: false });
    expect(await listComments(person, { entryId })).toBeDefined();
    await set({ isActive: true });
    readLongAgo();
    await listComments(person, { entryId });
    await set({ isActive: false });
    expect(await listComments(person, { entryId })).toBeDefined();
  });

  it("that returns its rows page by page stops between two pages", async () => {
    await database.db.execute(sql`
      with copied as (
        insert into activities (code, title_en, original_locale)
        select 'COPY' || n, 'Copy ' || n, 'en' from generate_series(1, 1200) n returning id
      )
      insert into plan_entries (activity_id, work_plan_id, stage)
      select copied.id, (select work_plan_id from plan_entries where id = ${entryId}), 'submitted' from copied`);
    const officer = await contextOf(database.db, "officer");
    person = { ...officer, proof: { by: "session", id: await sessionOf(officer), readAt: performance.now() } };
    const pages: number[] = [];
    const query = activitiesAddress.read(new URLSearchParams());
    const take = (rows: readonly unknown[]) => {
      pages.push(rows.length);
      if (person.proof) person.proof.readAt -= 2_001;
    };
    await exportActivities(person, { query, take });
    expect(pages.length).toBeGreaterThan(2);
    await set({ isActive: false });
    pages.length = 0;
    if (person.proof) person.proof.readAt = performance.now();
    await expect(exportActivities(person, { query, take })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(pages).toEqual([500]);
  });
});
