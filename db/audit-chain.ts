import "server-only";
import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { tellAuditAppended } from "./audit-anchor/appended";
import { type AuditMark, isSigned, readHead, writeHead } from "./audit-head";
import type { Database, Transaction } from "./client";
import { auditLog } from "./schema/audit-log";

/** Any number will do, as long as no other lock of this database uses it. */
const chainLock = 4_101_967;
/** What stands for the hash before the first row. */
export const genesis = "0".repeat(64);

/**
 * JSON with sorted keys: the same value always yields the same text, so that its hash can be
 * checked later.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}

type AuditRow = Omit<typeof auditLog.$inferInsert, "hash">;

/**
 * SHA-256 over the row and the hash before it, hexadecimal. A field left out counts as the null
 * that the database gives back for it: otherwise nobody could check the row later.
 */
export function auditHash(row: AuditRow): string {
  const { seq, at, actorName, action, subject, requestId, previousHash } = row;
  const { actorId = null, subjectId = null, before = null, after = null, address = null } = row;
  const written = { seq, at: at.toISOString(), actorId, actorName, action, subject, subjectId, before, after };
  return createHash("sha256")
    .update(canonicalJson({ ...written, requestId, address, previousHash }))
    .digest("hex");
}

/**
 * Appends one row to the chain and signs the new end, in the transaction of the change. Rows are
 * chained one after another, so writers wait for each other here: the last step of each command. An
 * end that is not the one that was signed is left unsigned: a new signature would hide from `npm
 * run audit` what was done to the log.
 */
export async function appendAudit(tx: Transaction, entry: Omit<AuditRow, "seq" | "previousHash">): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const [last, head] = [await readEnd(tx), await readHead(tx)];
  const row = {
    ...entry,
    before: storedJson(entry.before),
    after: storedJson(entry.after),
    seq: (last?.seq ?? 0) + 1,
    previousHash: last?.hash ?? genesis,
  };
  const end = { seq: row.seq, hash: auditHash(row) };
  await tx.insert(auditLog).values({ ...row, hash: end.hash });
  if (last ? isSigned(head, last) : !head) await writeHead(tx, end);
  tellAuditAppended();
}

/**
 * Signs the end of a log that is older than signatures; for the run that makes their table, and no
 * other.
 */
export async function signOlderLog(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const last = await readEnd(tx);
  if (last && !(await readHead(tx))) await writeHead(tx, last);
}

/** The signed end of a log, and the hash of its first row, which tells it from every other. */
export type SignedEnd = AuditMark & { readonly log: string };

/**
 * The end as it is committed: waits, as appending does, for whoever is writing just now, so that no
 * end is read which is taken back.
 * @returns null of an empty log; "unsound" where the end is not the one that was signed, or the
 *   first row is gone
 */
export function readSignedEnd(db: Database): Promise<SignedEnd | "unsound" | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${chainLock})`);
    const [last, head] = [await readEnd(tx), await readHead(tx)];
    if (!last && !head) return null;
    const [first] = await tx.select({ log: auditLog.hash }).from(auditLog).where(eq(auditLog.seq, 1));
    return last && first && isSigned(head, last) ? { ...last, ...first } : "unsound";
  });
}

/** The last row of the log; undefined of an empty one. */
export async function readEnd(tx: Transaction): Promise<AuditMark | undefined> {
  const [last] = await tx
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.seq))
    .limit(1);
  return last;
}

/** Is this row in the log, as it was when its hash was noted? */
export async function holdsRow(db: Database | Transaction, { seq, hash }: AuditMark): Promise<boolean> {
  const [row] = await db.select({ hash: auditLog.hash }).from(auditLog).where(eq(auditLog.seq, seq));
  return row?.hash === hash;
}

/** What the database will give back for this value: dates become text before they are hashed. */
function storedJson(value: unknown): unknown {
  return value ? JSON.parse(JSON.stringify(value)) : null;
}
