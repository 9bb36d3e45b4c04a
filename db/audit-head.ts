import "server-only";
import { isSignedFor, signatureOf } from "./audit-signature";
import type { Transaction } from "./client";
import { auditHead } from "./schema/audit-log";

/**
 * A position in the audit log: the number of a row and its hash, which covers all rows up to it.
 */
export type AuditMark = { readonly seq: number; readonly hash: string };

type Head = typeof auditHead.$inferSelect;

/** The signed end; undefined if the log is empty or its signature was removed. */
export async function readHead(tx: Transaction): Promise<Head | undefined> {
  const [head] = await tx.select().from(auditHead);
  return head;
}

/** Signs this position as the end of the log. */
export async function writeHead(tx: Transaction, { seq, hash }: AuditMark): Promise<void> {
  const signed = { seq, hash, signature: signatureOf("head", wordsOf({ seq, hash })), signedAt: new Date() };
  await tx
    .insert(auditHead)
    .values({ id: 1, ...signed })
    .onConflictDoUpdate({ target: auditHead.id, set: signed });
}

/** True if this head was signed with our key. */
export function isGenuine(head: Head): boolean {
  return isSignedFor("head", wordsOf(head), head.signature);
}

/** True if exactly this position was signed as the end. */
export function isSigned(head: Head | undefined, end: AuditMark): boolean {
  return head !== undefined && head.seq === end.seq && head.hash === end.hash && isGenuine(head);
}

/**
 * The time is not part of the signature: earlier versions, which may write at the same time during
 * an update, would take such a head for a forged one. Anchors outside the database sign their time
 * (db/audit-anchor).
 */
const wordsOf = ({ seq, hash }: AuditMark): string => `${seq}:${hash}`;
