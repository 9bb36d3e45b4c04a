import "server-only";
import { createHash } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { isSigned, readHead, writeHead } from "./audit-head";
import type { Transaction } from "./client";
import { auditLog } from "./schema/audit-log";

/** Any number will do, as long as no other lock of this database uses it. */
const chainLock = 4_101_967;
/** What stands for the hash before the first row. */
export const genesis = "0".repeat(64);

/** JSON with sorted keys: the same value always yields the same text, so that its hash can be checked later. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}

type AuditRow = Omit<typeof auditLog.$inferInsert, "hash">;

/**
 * SHA-256 over the row and the hash before it, hexadecimal. A field left out counts as the null that the database gives back for
 * it: otherwise nobody could check the row later.
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
 * Appends one row to the chain and signs the new end, in the transaction of the change. Rows are chained one after another, so
 * writers wait for each other here: the last step of each command. An end that is not the one that was signed is left
 * unsigned: a new signature would hide from `npm run audit` what was done to the log.
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
}

/** Signs the end of a log that is older than signatures; for the run that makes their table, and no other. */
export async function signOlderLog(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const last = await readEnd(tx);
  if (last && !(await readHead(tx))) await writeHead(tx, last);
}

async function readEnd(tx: Transaction): Promise<{ seq: number; hash: string } | undefined> {
  const [last] = await tx
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.seq))
    .limit(1);
  return last;
}

/** What the database will give back for this value: dates become text before they are hashed. */
function storedJson(value: unknown): unknown {
  return value ? JSON.parse(JSON.stringify(value)) : null;
}
