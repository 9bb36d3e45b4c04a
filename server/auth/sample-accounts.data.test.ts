import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { settings } from "@/db/schema/settings";
import { sessions, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { type Context, systemContext } from "../context";
import { hashPassword, verifyPassword } from "./passwords";
import { setSamplePassword, switchSampleAccounts } from "./sample-accounts";

let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  context = systemContext(database.db, "start");
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.delete(settings);
  await database.db.delete(users);
  const account = (name: string, isSample: boolean, isActive = true) => ({
    email: `${name}@example.org`,
    name,
    role: "officer" as const,
    isSample,
    isActive,
  });
  await database.db
    .insert(users)
    .values([account("sample", true), account("disabled", true, false), account("person", false)]);
});

async function activeNames(): Promise<string[]> {
  const rows = await database.db.select().from(users).where(eq(users.isActive, true)).orderBy(users.id);
  return rows.map(({ name }) => name);
}

async function idOf(name: string): Promise<number> {
  const [row] = await database.db.select().from(users).where(eq(users.name, name));
  return row?.id ?? 0;
}

test("under a public address sample accounts are disabled and signed out, real accounts are not", async () => {
  for (const name of ["sample", "person"]) {
    const userId = await idOf(name);
    await database.db.insert(sessions).values({ secretHash: name, userId, expiresAt: new Date(Date.now() + 60_000) });
  }
  expect(await switchSampleAccounts(context, false)).toEqual([]);
  expect(await activeNames()).toEqual(["person"]);
  const left = await database.db.select().from(sessions);
  expect(left.map(({ secretHash }) => secretHash)).toEqual(["person"]);
});

test("on loopback they are enabled again, except those that a person has disabled", async () => {
  await switchSampleAccounts(context, false);
  await switchSampleAccounts(context, false);
  const working = await switchSampleAccounts(context, true);
  expect(working.map(({ email }) => email)).toEqual(["sample@example.org"]);
  expect(await activeNames()).toEqual(["sample", "person"]);
});

test("each change of an account is audited; a start that changes nothing is not", async () => {
  const actions = async () =>
    (await database.db.select().from(auditLog).orderBy(auditLog.seq)).map((row) => row.action);
  const before = await actions();
  await switchSampleAccounts(context, true);
  await switchSampleAccounts(context, false);
  await switchSampleAccounts(context, false);
  await switchSampleAccounts(context, true);
  expect((await actions()).slice(before.length)).toEqual(["sample.switchOff", "sample.switchOn"]);
});

test("the offered password is set for every sample account and for no other", async () => {
  const old = await hashPassword("an older password");
  await database.db.update(users).set({ passwordHash: old });
  await setSamplePassword(context, "the offered password");
  const rows = await database.db.select().from(users).orderBy(users.id);
  const matches = await Promise.all(
    rows.map(({ passwordHash }) => verifyPassword(passwordHash, "the offered password")),
  );
  expect(matches).toEqual([true, true, false]);
  const hashes = rows.map(({ passwordHash }) => passwordHash);
  await setSamplePassword(context, "the offered password");
  const again = await database.db.select().from(users).orderBy(users.id);
  expect(again.map(({ passwordHash }) => passwordHash)).toEqual(hashes);
});
