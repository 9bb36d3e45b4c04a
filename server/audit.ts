import "server-only";
import { createHash } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import type { Context } from "./context";

/** One change as the audit log keeps it. `before`/`after` hold the changed fields only; never a secret. */
export type AuditChange = {
  subject: string;
  subjectId: number | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

/** Any number will do, as long as no other lock of this database uses it. */
const chainLock = 4_101_967;
const genesis = "0".repeat(64);

/** JSON with sorted keys: the same value always yields the same text, so that its hash can be checked later. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}

type AuditRow = Omit<typeof auditLog.$inferInsert, "hash">;

/** SHA-256 over the row and the hash before it, hexadecimal. */
export function auditHash(row: AuditRow): string {
  return createHash("sha256")
    .update(canonicalJson({ ...row, at: row.at.toISOString(), before: row.before ?? null, after: row.after ?? null }))
    .digest("hex");
}

/**
 * Appends one row to the chain, in the transaction of the change. Rows are chained one after another, so writers wait for
 * each other here: the last step of each command.
 */
export async function writeAudit(
  tx: Transaction,
  context: Context,
  action: string,
  change: AuditChange,
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const [last] = await tx
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.seq))
    .limit(1);
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: context.now,
    actorId: context.actor.userId,
    actorName: context.actor.name,
    action,
    subject: change.subject,
    subjectId: change.subjectId,
    before: jsonValue(change.before),
    after: jsonValue(change.after),
    requestId: context.requestId,
    address: context.address,
    previousHash: last?.hash ?? genesis,
  } satisfies AuditRow;
  await tx.insert(auditLog).values({ ...row, hash: auditHash(row) });
}

/** What the database will give back for this value: dates become text before they are hashed. */
function jsonValue(value: Record<string, unknown> | null | undefined): unknown {
  return value ? JSON.parse(JSON.stringify(value)) : null;
}

/** The fields that differ, before and after; null when nothing changed. */
export function changedFields<T extends Record<string, unknown>>(
  before: T,
  after: Partial<T>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const keys = Object.keys(after).filter(
    (key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null),
  );
  if (keys.length === 0) return null;
  return {
    before: Object.fromEntries(keys.map((key) => [key, before[key] ?? null])),
    after: Object.fromEntries(keys.map((key) => [key, after[key] ?? null])),
  };
}
