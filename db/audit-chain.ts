import "server-only";
import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { tellAuditAppended } from "./audit-anchor/appended";
import { type AuditMark, isSigned, readHead, writeHead } from "./audit-head";
import type { Database, Transaction } from "./client";
import { auditLog } from "./schema/audit-log";

/** An arbitrary number that no other lock of this database uses. */
const chainLock = 4_101_967;
/** The previous hash of the first row. */
export const genesis = "0".repeat(64);

/**
 * JSON with sorted keys: equal values always yield the same text, so that the hash can be checked
 * later.
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
 * SHA-256 over the row and the previous hash, hexadecimal. An absent field is hashed as null,
 * because the database returns null for it and the row could not be checked otherwise.
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
 * Appends one row to the chain and signs the new end, in the transaction of the change. The chain
 * is sequential, so concurrent writers wait for each other here; it is the last step of each
 * command. If the present end differs from the signed one, the new end is not signed: a new
 * signature would hide the manipulation from `npm run audit`.
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
 * Signs the end of a log that was written before signatures existed. Only the run that creates the
 * table of signatures may call it.
 */
export async function signOlderLog(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const last = await readEnd(tx);
  if (last && !(await readHead(tx))) await writeHead(tx, last);
}

/** The signed end of a log, with the hash of its first row, which identifies the log. */
export type SignedEnd = AuditMark & { readonly log: string };

/**
 * The committed end of the log. It waits for writers in progress, as appending does, so that it
 * never returns an end that is rolled back afterwards.
 * @returns null if the log is empty; "unsound" if its end differs from the signed one or the first
 *   row is missing
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

/** The last row of the log; undefined if the log is empty. */
export async function readEnd(tx: Transaction): Promise<AuditMark | undefined> {
  const [last] = await tx
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.seq))
    .limit(1);
  return last;
}

/** True if the log contains this row with the hash that was noted. */
export async function holdsRow(db: Database | Transaction, { seq, hash }: AuditMark): Promise<boolean> {
  const [row] = await db.select({ hash: auditLog.hash }).from(auditLog).where(eq(auditLog.seq, seq));
  return row?.hash === hash;
}

/** The value as the database will return it: dates become text before they are hashed. */
function storedJson(value: unknown): unknown {
  return value ? JSON.parse(JSON.stringify(value)) : null;
}
