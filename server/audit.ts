import "server-only";
import { appendAudit, canonicalJson } from "@/db/audit-chain";
import type { Transaction } from "@/db/client";
import type { Context } from "./context";

/**
 * One change as the audit log stores it. `before`/`after` hold the changed fields only; never a
 * secret.
 */
export type AuditChange = {
  subject: string;
  subjectId: number | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

/** Writes the audit row of a change: who, what, when, from which address; see `appendAudit`. */
export function writeAudit(tx: Transaction, context: Context, action: string, change: AuditChange): Promise<void> {
  return appendAudit(tx, {
    at: context.now,
    actorId: context.actor.userId,
    actorName: context.actor.name,
    action,
    subject: change.subject,
    subjectId: change.subjectId,
    before: change.before,
    after: change.after,
    requestId: context.requestId,
    address: context.address,
  });
}

/** The fields that differ, before and after; null if nothing changed. */
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
