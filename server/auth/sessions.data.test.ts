import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { sessions, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { contextOf } from "../testing";
import { actAsSite } from "../testing-process";
import { closeSession, closeSessionsOf, forgetOldSessions, hashSecret, openSession, readSession } from "./sessions";

let database: TestDatabase;
let userId: number;

beforeEach(async () => {
  database = await createTestDatabase();
  actAsSite(database, { SESSION_IDLE_S: "1800", SESSION_MAX_S: "43200" });
  userId = (await contextOf(database.db, "officer")).actor.userId ?? 0;
  return () => database.drop();
});

const open = (now = new Date()) =>
  database.db.transaction((tx) => openSession(tx, userId, { address: "192.0.2.7", userAgent: "Browser", now }));
const read = (secret: string) => readSession(database.db, secret);
/** Moves a session's timestamps back instead of waiting. */
const shift = (column: "seen_at" | "expires_at", interval: string) =>
  database.pool.query(`update sessions set ${column} = now() + interval '${interval}'`);

describe("a session", () => {
  it("is new at each sign-in, of 256 bits, and stored as a hash only", async () => {
    const secrets = [await open(), await open()];
    expect(new Set(secrets).size).toBe(2);
    for (const secret of secrets) {
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
      expect(await read(secret)).toMatchObject({ actor: { userId, role: "officer" } });
    }
    const rows = await database.db.select().from(sessions);
    expect(rows.map(({ secretHash }) => secretHash)).toEqual(secrets.map(hashSecret));
    expect(JSON.stringify(rows)).not.toContain(secrets[0]);
  });

  it("never accepts a secret chosen by the client", async () => {
    const planted = "x".repeat(43);
    expect(await read(planted)).toBeNull();
    const secret = await open();
    expect(secret).not.toBe(planted);
    expect(await read(planted)).toBeNull();
    expect(await read(hashSecret(secret))).toBeNull();
  });

  it("ends for every copy of its cookie when it is closed, and other sessions continue", async () => {
    const [one, two] = [await open(), await open()];
    await closeSession(database.db, one);
    expect(await read(one)).toBeNull();
    expect(await read(two)).not.toBeNull();
    await closeSessionsOf(database.db, userId);
    expect(await read(two)).toBeNull();
  });

  it("ends after thirty idle minutes, and not before", async () => {
    const secret = await open();
    await shift("seen_at", "-29 minutes");
    expect(await read(secret)).not.toBeNull();
    await shift("seen_at", "-31 minutes");
    expect(await read(secret)).toBeNull();
  });

  it("is extended by requests, but not beyond twelve hours", async () => {
    const secret = await open();
    await shift("seen_at", "-29 minutes");
    await read(secret);
    const [row] = await database.db.select().from(sessions);
    expect(Date.now() - (row?.seenAt.getTime() ?? 0)).toBeLessThan(60_000);
    expect((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(43_200_000);
    await shift("expires_at", "-1 second");
    expect(await read(secret)).toBeNull();
  });

  it("shows the present role, and nothing for a disabled person", async () => {
    const secret = await open();
    await database.db.update(users).set({ role: "viewer", name: "Renamed" }).where(eq(users.id, userId));
    expect((await read(secret))?.actor).toMatchObject({ role: "viewer", name: "Renamed" });
    await database.db.update(users).set({ isActive: false }).where(eq(users.id, userId));
    expect(await read(secret)).toBeNull();
  });

  it("is deleted once it has expired", async () => {
    await open();
    await shift("seen_at", "-31 minutes");
    const fresh = await open();
    await forgetOldSessions(database.db);
    expect(await database.db.$count(sessions)).toBe(1);
    expect(await read(fresh)).not.toBeNull();
  });
});
