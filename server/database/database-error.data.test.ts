import { eq, sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createDatabase } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { openSession, readSession } from "../auth/sessions";
import type { Context } from "../context";
import { defineCommand, defineQuery } from "../define";
import { contextOf } from "../testing";
import { actAsSite } from "../testing-process";
import { hold, untilWaiting } from "../testing-waits";
import { fromDatabaseError } from "./database-error";

let database: TestDatabase;
let officer: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  officer = await contextOf(database.db, "officer");
});

const fails = (code: string) => sql.raw(`do $$ begin raise exception 'on purpose' using errcode = '${code}'; end $$`);
const input = z.object({ code: z.string() });
let runs = 0;

const read = defineQuery({
  name: "test.read",
  permission: "entry.read",
  input,
  run: ({ db, input: { code } }) => {
    runs += 1;
    return db.execute(fails(code));
  },
});
const write = defineCommand({
  name: "test.write",
  permission: "plan.create",
  input,
  run: async ({ tx, input: { code } }) => {
    runs += 1;
    await tx.execute(fails(code));
    return { result: null, audit: null };
  },
});
/** A write that leaves a countable trace. */
const touch = defineCommand({
  name: "test.touch",
  permission: "plan.create",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    await tx
      .update(users)
      .set({ name: "Touched" })
      .where(eq(users.id, actor.userId ?? 0));
    return { result: "done", audit: { subject: "users", subjectId: actor.userId, after: { name: "Touched" } } };
  },
});

/** Uses the same database on a connection that the site does not know of. */
async function beside<R>(work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return work(client).finally(() => client.end());
}

const nameOf = () => new URL(database.url).pathname.slice(1);
const endAll =
  "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

/**
 * Ends the site's connections and waits until its pool has noticed, so that new connections use the
 * database's present settings.
 */
async function renew(admin: Client): Promise<void> {
  await admin.query(endAll);
  await vi.waitFor(() => expect(database.pool.totalCount).toBe(0));
}

describe("an error of the database", () => {
  it.each([
    ["53100", "STORAGE_FULL"],
    ["53200", "UNAVAILABLE"],
    ["53300", "UNAVAILABLE"],
    ["53400", "UNAVAILABLE"],
    ["57000", "UNAVAILABLE"],
    ["57014", "UNAVAILABLE"],
    ["57P01", "UNAVAILABLE"],
    ["57P02", "UNAVAILABLE"],
    ["57P03", "UNAVAILABLE"],
    ["58000", "UNAVAILABLE"],
    ["58030", "UNAVAILABLE"],
    ["25006", "UNAVAILABLE"],
    ["25P03", "UNAVAILABLE"],
    ["55P03", "UNAVAILABLE"],
    ["40001", "UNAVAILABLE"],
    ["40P01", "UNAVAILABLE"],
    ["08000", "UNAVAILABLE"],
    ["08006", "UNAVAILABLE"],
    ["23505", "ALREADY_EXISTS"],
  ])("%s becomes %s, for queries and for commands", async (code, refusal) => {
    await expect(read(officer, { code })).rejects.toMatchObject({ code: refusal });
    await expect(write(officer, { code })).rejects.toMatchObject({ code: refusal });
    expect(await touch(officer, {})).toBe("done");
  });

  it.each(["22012", "42P01", "XX000"])("%s is a fault of the program and is thrown unchanged", async (code) => {
    await expect(read(officer, { code })).rejects.toMatchObject({ cause: { code } });
    await expect(write(officer, { code })).rejects.toMatchObject({ cause: { code } });
  });

  it("is recognised as a full disk by its message too; a missing file is not one", () => {
    const disk = Object.assign(new Error("ENOSPC: no space left on device, write"), {
      code: "ENOSPC",
      syscall: "write",
    });
    expect(fromDatabaseError(disk)).toMatchObject({ code: "STORAGE_FULL" });
    const quota = Object.assign(new Error('could not write: "Disk quota exceeded"'), { code: "58030" });
    expect(fromDatabaseError(quota)).toMatchObject({ code: "STORAGE_FULL" });
    const file = Object.assign(new Error("ENOENT: no such file"), { code: "ENOENT", syscall: "open" });
    expect(fromDatabaseError(file)).toBe(file);
    const socket = Object.assign(new Error("connect ENOENT /run/pg"), { code: "ENOENT", syscall: "connect" });
    expect(fromDatabaseError(socket)).toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("a retry", () => {
  it.each([
    ["a query whose connection was cut", () => read(officer, { code: "57P01" }), 2],
    ["a query that took too long", () => read(officer, { code: "57014" }), 1],
    ["a command that had to give way", () => write(officer, { code: "40001" }), 3],
    ["a command whose connection was cut", () => write(officer, { code: "57P01" }), 1],
  ])("of %s happens as often as is safe", async (_what, act, times) => {
    runs = 0;
    await expect(act()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(runs).toBe(times);
  });

  it("does not happen within an outer transaction, which is rolled back as well", async () => {
    for (const act of [read, write]) {
      runs = 0;
      const inner = database.db.transaction((tx) =>
        act({ ...officer, db: tx as unknown as Context["db"] }, { code: act === read ? "57P01" : "40001" }),
      );
      await expect(inner).rejects.toMatchObject({ code: "UNAVAILABLE" });
      expect(runs).toBe(1);
    }
  });

  it("lets both of two deadlocked commands succeed", async () => {
    const other = await contextOf(database.db, "officer");
    const [one = 0, two = 0] = [officer.actor.userId ?? 0, other.actor.userId ?? 0];
    let arrived = 0;
    let meet: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const cross = defineCommand({
      name: "test.cross",
      permission: "plan.create",
      input: z.object({ order: z.array(z.number()) }),
      run: async ({ tx, input: { order } }) => {
        const [first = 0, second = 0] = order;
        await tx.execute(sql`select 1 from users where id = ${first} for update`);
        arrived += 1;
        if (arrived === 2) meet();
        await both;
        await tx.execute(sql`select 1 from users where id = ${second} for update`);
        return { result: "done", audit: null };
      },
    });
    const acts = [cross(officer, { order: [one, two] }), cross(other, { order: [two, one] })];
    expect(await Promise.all(acts)).toEqual(["done", "done"]);
    expect(arrived).toBeGreaterThan(2);
  });
});

describe("a database", () => {
  it("that has cut all connections answers the next query and the next command", async () => {
    await Promise.all(Array.from({ length: 20 }, () => database.pool.query("select 1")));
    await beside((client) => client.query(endAll));
    expect(await touch(officer, {})).toBe("done");
    await Promise.all(Array.from({ length: 20 }, () => database.pool.query("select 1")));
    await beside((client) => client.query(endAll));
    const ping = defineQuery({
      name: "test.ping",
      permission: "entry.read",
      input: z.object({}),
      run: async ({ db }) => (await db.execute(sql`select 1 as one`)).rows,
    });
    expect(await ping(officer, {})).toEqual([{ one: 1 }]);
  });

  it("that is read-only can be read, sessions included, refuses commands with a reason, and recovers by itself", async () => {
    const client = { address: null, userAgent: null, now: new Date() };
    const secret = await database.db.transaction((tx) => openSession(tx, officer.actor.userId ?? 0, client));
    await database.db.update(sessions).set({ seenAt: sql`now() - interval '5 minutes'` });
    await beside(async (admin) => {
      await admin.query(`alter database ${nameOf()} set default_transaction_read_only = on`);
      try {
        await renew(admin);
        expect(await readSession(database.db, secret)).not.toBeNull();
        await expect(touch(officer, {})).rejects.toMatchObject({ code: "UNAVAILABLE" });
      } finally {
        await admin.query(`alter database ${nameOf()} reset default_transaction_read_only`);
        await renew(admin);
      }
    });
    expect(await touch(officer, {})).toBe("done");
  });

  it("that accepts no more connections is UNAVAILABLE, and recovers", async () => {
    await beside(async (admin) => {
      await admin.query(`alter database ${nameOf()} connection limit 0`);
      try {
        await renew(admin);
        await expect(touch(officer, {})).rejects.toMatchObject({ code: "UNAVAILABLE" });
      } finally {
        await admin.query(`alter database ${nameOf()} connection limit -1`);
      }
    });
    expect(await touch(officer, {})).toBe("done");
  });

  it("whose lock cannot be acquired in time is UNAVAILABLE", async () => {
    const release = await hold(database, (tx) =>
      tx.execute(sql`select 1 from users where id = ${officer.actor.userId} for update`),
    );
    const lateLock = defineCommand({
      name: "test.lateLock",
      permission: "plan.create",
      input: z.object({}),
      run: async ({ tx, actor }) => {
        await tx.execute(sql`set local lock_timeout = '200ms'`);
        await tx.execute(sql`select 1 from users where id = ${actor.userId} for update`);
        return { result: null, audit: null };
      },
    });
    await expect(lateLock(officer, {})).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const waiting = touch(officer, {});
    await untilWaiting(database);
    await release();
    expect(await waiting).toBe("done");
  });

  it("whose pool is used up is UNAVAILABLE within seconds", async () => {
    const small = createDatabase(database.url, 1);
    const context = { ...officer, db: small.db };
    const client = await small.pool.connect();
    await expect(touch(context, {})).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(read(context, { code: "22012" })).rejects.toMatchObject({ code: "UNAVAILABLE" });
    client.release();
    expect(await touch(context, {})).toBe("done");
    await small.pool.end();
  });
});
