import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { appendAudit, auditHash } from "./audit-chain";
import { verifyAudit } from "./audit-verify";
import { auditHead, auditLog } from "./schema/audit-log";
import { createTestDatabase, type TestDatabase } from "./testing";

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
  for (let number = 2; number <= 9; number += 1) await append();
  return () => database.drop();
});

const append = () =>
  database.db.transaction((tx) =>
    appendAudit(tx, {
      at: new Date(),
      actorId: null,
      actorName: "test",
      action: "test.write",
      subject: "tests",
      subjectId: 1,
      after: { said: "as it was" },
      requestId: "test",
    }),
  );

/** Runs SQL as an attacker who controls the database but does not have the key. */
const tamper = async (...statements: string[]) => {
  const client = await database.pool.connect();
  try {
    await client.query("alter table audit_log disable trigger user");
    for (const statement of statements) await client.query(statement);
    await client.query("alter table audit_log enable trigger user");
  } finally {
    client.release();
  }
};

const faultNow = async () => (await verifyAudit(database.db)).fault;

/** Changes a row and recomputes its hash and those of all later rows. */
async function rewriteFrom(seq: number): Promise<void> {
  const rows = await database.db.select().from(auditLog).orderBy(auditLog.seq);
  let previousHash = rows.find((row) => row.seq === seq - 1)?.hash ?? "";
  for (const { hash: _hash, ...row } of rows.filter((row) => row.seq >= seq)) {
    const changed = { ...row, actorName: row.seq === seq ? "somebody else" : row.actorName, previousHash };
    previousHash = auditHash(changed);
    const { actorName } = changed;
    await database.pool.query("alter table audit_log disable trigger user");
    await database.db
      .update(auditLog)
      .set({ actorName, previousHash: changed.previousHash, hash: previousHash })
      .where(eq(auditLog.seq, row.seq));
  }
  await database.pool.query("alter table audit_log enable trigger user");
}

it("accepts a log that only the register wrote, with its end signed", async () => {
  const verdict = await verifyAudit(database.db);
  const [head] = await database.db.select().from(auditHead);
  expect(verdict).toMatchObject({ rows: 9, fault: null, end: { seq: 9, hash: head?.hash } });
});

describe("six ways of tampering, six found:", () => {
  it("a row edited", async () => {
    await tamper(`update audit_log set after = '{"said": "otherwise"}' where seq = 4`);
    expect(await faultNow()).toEqual({ kind: "edited", seq: 4 });
  });

  it("a row deleted", async () => {
    await tamper("delete from audit_log where seq = 4");
    expect(await faultNow()).toEqual({ kind: "missing", seq: 4 });
  });

  it("two rows swapped", async () => {
    await tamper(
      "update audit_log set seq = -4 where seq = 4",
      "update audit_log set seq = 4 where seq = 7",
      "update audit_log set seq = 7 where seq = -4",
    );
    expect(await faultNow()).toEqual({ kind: "moved", seq: 4, was: 7 });
  });

  it("a row inserted, with later rows renumbered", async () => {
    const [before] = await database.db.select().from(auditLog).where(eq(auditLog.seq, 4));
    if (!before) throw new Error("no row 4");
    await tamper("update audit_log set seq = -seq - 1 where seq > 4", "update audit_log set seq = -seq where seq < 0");
    const { hash: _hash, ...forged } = { ...before, seq: 5, action: "test.forged", previousHash: before.hash };
    await database.db.insert(auditLog).values({ ...forged, hash: auditHash(forged) });
    expect(await faultNow()).toEqual({ kind: "moved", seq: 6, was: 5 });
  });

  it("rows removed from the end, even after the register has appended more", async () => {
    await tamper("delete from audit_log where seq > 6");
    expect(await faultNow()).toEqual({ kind: "cut", seq: 7 });
    for (let count = 0; count < 5; count += 1) await append();
    expect(await faultNow()).toEqual({ kind: "rewritten", seq: 9 });
  });

  it("rows rewritten with correct hashes, with or without a forged head", async () => {
    await rewriteFrom(4);
    expect(await faultNow()).toEqual({ kind: "rewritten", seq: 9 });
    await database.db.update(auditHead).set({ hash: sql`(select hash from audit_log where seq = 9)` });
    expect(await faultNow()).toEqual({ kind: "forged_head", seq: 9 });
    await append();
    expect(await faultNow()).toEqual({ kind: "forged_head", seq: 9 });
  });
});

describe("other faults found:", () => {
  it("a row appended after the signed end", async () => {
    const [last] = await database.db.select().from(auditLog).where(eq(auditLog.seq, 9));
    if (!last) throw new Error("no row 9");
    const { hash: _hash, ...forged } = { ...last, seq: 10, previousHash: last.hash };
    await database.db.insert(auditLog).values({ ...forged, hash: auditHash(forged) });
    expect(await faultNow()).toEqual({ kind: "unsigned_end", seq: 10 });
    await append();
    expect(await faultNow()).toEqual({ kind: "unsigned_end", seq: 10 });
  });

  it("a row that does not follow from another", async () => {
    const [row] = await database.db.select().from(auditLog).where(eq(auditLog.seq, 4));
    if (!row) throw new Error("no row 4");
    const { hash: _hash, ...forged } = { ...row, previousHash: "f".repeat(64) };
    await tamper("delete from audit_log where seq = 4");
    await database.db.insert(auditLog).values({ ...forged, hash: auditHash(forged) });
    expect(await faultNow()).toEqual({ kind: "inserted", seq: 4 });
  });

  it("a missing signature, which no later row restores", async () => {
    await database.db.delete(auditHead);
    await append();
    expect(await faultNow()).toEqual({ kind: "no_head", seq: 10 });
  });

  it("an emptied log, even after the register has appended rows", async () => {
    await tamper("truncate audit_log");
    expect(await faultNow()).toEqual({ kind: "cut", seq: 1 });
    await append();
    expect(await faultNow()).toEqual({ kind: "cut", seq: 2 });
  });

  it("an end noted earlier that is not in the log, even if the key was used to rewrite it", async () => {
    const { end } = await verifyAudit(database.db);
    if (!end) throw new Error("no end");
    await append();
    expect((await verifyAudit(database.db, [end])).fault).toBeNull();
    const other = { ...end, hash: "0".repeat(64) };
    expect((await verifyAudit(database.db, [other])).fault).toEqual({ kind: "not_anchor", seq: 9 });
    expect((await verifyAudit(database.db, [{ ...end, seq: 50 }])).fault).toEqual({ kind: "cut", seq: 11 });
  });
});
