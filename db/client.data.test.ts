import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase, type Database } from "./client";
import { isCut } from "./cut";
import { createTestDatabase, type TestDatabase } from "./testing";

let database: TestDatabase;
let own: ReturnType<typeof createDatabase>;

beforeAll(async () => {
  database = await createTestDatabase();
  own = createDatabase(database.url, 2);
});
afterAll(async () => {
  await own.pool.end();
  await database.drop();
});

const endAllOthers = () =>
  database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
const one = (db: Pick<Database, "execute">) => db.execute(sql`select 1`);

it("a pool gets every connection back, however often they are cut", async () => {
  for (let round = 0; round < 6; round += 1) {
    await Promise.all([one(own.db), one(own.db)]);
    await endAllOthers();
    await own.db.transaction(one);
  }
  expect(own.pool.totalCount).toBeLessThanOrEqual(2);
  expect(own.pool.idleCount).toBe(own.pool.totalCount);
});

it("a connection that is cut in use fails only its transaction, which is not repeated", async () => {
  let runs = 0;
  const cut = own.db.transaction(async (tx) => {
    runs += 1;
    await endAllOthers();
    await one(tx);
  });
  expect(isCut(await cut.catch((error: unknown) => error))).toBe(true);
  expect(runs).toBe(1);
  await own.db.transaction(one);
});

it("a connection that is cut while no statement runs ends neither its user nor the process", async () => {
  const failed = own.db.transaction(async (tx) => {
    await one(tx);
    await endAllOthers();
    throw new Error("what really failed");
  });
  await expect(failed).rejects.toThrow("what really failed");
  await own.db.transaction(one);
});

it("statements of a transaction can be started concurrently", async () => {
  const rows = await own.db.transaction((tx) =>
    Promise.all([1, 2, 3].map(async (number) => (await tx.execute(sql`select ${number}::int as number`)).rows[0])),
  );
  expect(rows).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
});

it("an error within a transaction leaves its connection in the pool", async () => {
  const before = (await own.pool.query("select pg_backend_pid() as pid")).rows[0];
  await expect(own.db.transaction((tx) => tx.execute(sql`select 1 / 0`))).rejects.toThrow();
  const after = (await own.pool.query("select pg_backend_pid() as pid")).rows[0];
  expect(after).toEqual(before);
});
