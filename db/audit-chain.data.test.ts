import { asc, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { appendAudit, auditHash } from "./audit-chain";
import { auditLog } from "./schema/audit-log";
import { createTestDatabase, type TestDatabase } from "./testing";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const entry = (number: number) => ({
  at: new Date(),
  actorId: null,
  actorName: "test",
  action: "test.write",
  subject: "tests",
  subjectId: number,
  after: { number, when: new Date(), nothing: undefined },
  requestId: `test-${number}`,
});

it("chains the rows of concurrent writers, each over the previous one", async () => {
  const writes = Array.from({ length: 20 }, (_, number) =>
    database.db.transaction((tx) => appendAudit(tx, entry(number))),
  );
  await Promise.all(writes);
  const rows = await database.db.select().from(auditLog).orderBy(asc(auditLog.seq));
  let previous = "0".repeat(64);
  for (const [index, { hash, ...row }] of rows.entries()) {
    expect(row.seq).toBe(index + 1);
    expect(row.previousHash).toBe(previous);
    expect(auditHash(row)).toBe(hash);
    previous = hash;
  }
  expect(rows.length).toBeGreaterThanOrEqual(20);
});

it.each(["update audit_log set action = 'other'", "delete from audit_log", "truncate audit_log"])(
  "refuses: %s",
  async (statement) => {
    const refused = database.pool.query(statement);
    await expect(refused).rejects.toThrow("append-only");
    expect(await database.db.$count(auditLog, sql`true`)).toBeGreaterThan(0);
  },
);
