import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, it } from "vitest";
import { apiTokens } from "@/db/schema/api";
import { users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { env } from "@/env";
import { sessionCookieName } from "../auth/session-cookie";
import { closeSession, hashSecret, newSecret, openSession } from "../auth/sessions";
import { contextOf } from "../testing";
import { actAsSite } from "../testing-process";
import { identify } from "./identify";

let database: TestDatabase;
let userId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  userId = (await contextOf(database.db, "officer")).actor.userId ?? 0;
});
afterAll(() => database.drop());

const open = () =>
  database.db.transaction((tx) => openSession(tx, userId, { address: null, userAgent: null, now: new Date() }));

const cookieOf = async (sid: string, secret = env().AUTH_SECRET) =>
  `${sessionCookieName()}=${await encode({ token: { sid }, secret, salt: sessionCookieName() })}`;

const ask = (path: string, headers: Record<string, string>) =>
  identify(new NextRequest(`http://127.0.0.1:3000${path}`, { headers }));

it("identifies a person by the session cookie until the session is closed or the account disabled", async () => {
  const sid = await open();
  const cookie = await cookieOf(sid);
  const known = { asker: { key: `person ${userId}`, isKnown: true }, kind: "person" };
  expect(await ask("/activities", { cookie })).toEqual(known);
  await database.db.update(users).set({ isActive: false });
  expect((await ask("/activities", { cookie })).kind).toBe("nobody");
  await database.db.update(users).set({ isActive: true });
  expect(await ask("/activities", { cookie })).toEqual(known);
  await closeSession(database.db, sid);
  expect((await ask("/activities", { cookie })).kind).toBe("nobody");
});

it("treats a cookie that was not made here as nobody's", async () => {
  const foreign = await cookieOf(await open(), "another-secret-that-is-not-the-one-of-this-site");
  const { asker, kind } = await ask("/activities", { cookie: foreign });
  expect([asker.isKnown, kind]).toEqual([false, "nobody"]);
});

it("identifies a program by its key on API paths only, where cookies do not count", async () => {
  const secret = `aat_${newSecret()}`;
  const expiresAt = new Date(Date.now() + 86_400_000);
  await database.db
    .insert(apiTokens)
    .values({ userId, name: "test", scope: "read", secretHash: hashSecret(secret), createdAt: new Date(), expiresAt });
  const authorization = `Bearer ${secret}`;
  expect((await ask("/api/v1/entries", { authorization })).kind).toBe("person");
  expect((await ask("/activities", { authorization })).kind).toBe("nobody");
  expect((await ask("/api/v1/entries", { authorization: `Bearer aat_${newSecret()}` })).kind).toBe("nobody");
  expect((await ask("/api/v1/entries", { cookie: await cookieOf(await open()) })).kind).toBe("nobody");
});
