import "server-only";
import { isSignedFor, signatureOf } from "./audit-signature";
import type { Transaction } from "./client";
import { auditHead } from "./schema/audit-log";

/** A place in the audit log: a row's number and its hash, which stands for all rows up to it. */
export type AuditMark = { readonly seq: number; readonly hash: string };

type Head = typeof auditHead.$inferSelect;

/**
 * The signed end; undefined in a log that nobody has written to, or whose signature was taken away.
 */
export async function readHead(tx: Transaction): Promise<Head | undefined> {
  const [head] = await tx.select().from(auditHead);
  return head;
}

/** Signs this place as the end of the log. */
export async function writeHead(tx: Transaction, { seq, hash }: AuditMark): Promise<void> {
  const signed = { seq, hash, signature: signatureOf("head", wordsOf({ seq, hash })), signedAt: new Date() };
  await tx
    .insert(auditHead)
    .values({ id: 1, ...signed })
    .onConflictDoUpdate({ target: auditHead.id, set: signed });
}

/** Was this head signed with our key? */
export function isGenuine(head: Head): boolean {
  return isSignedFor("head", wordsOf(head), head.signature);
}

/** Was exactly this place signed as the end? */
export function isSigned(head: Head | undefined, end: AuditMark): boolean {
  return head !== undefined && head.seq === end.seq && head.hash === end.hash && isGenuine(head);
}

/**
 * The time is not signed: programs of before would take such a head for a forged one while both
 * write during an update. What is kept outside the database signs its own time (db/audit-anchor).
 */
const wordsOf = ({ seq, hash }: AuditMark): string => `${seq}:${hash}`;
