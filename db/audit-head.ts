import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { auditSecret } from "@/env";
import type { Transaction } from "./client";
import { auditHead } from "./schema/audit-log";

/** A place in the audit log: a row's number and its hash, which stands for all rows up to it. */
export type AuditMark = { readonly seq: number; readonly hash: string };

type Head = typeof auditHead.$inferSelect;

/** The signed end; undefined in a log that nobody has written to, or whose signature was taken away. */
export async function readHead(tx: Transaction): Promise<Head | undefined> {
  const [head] = await tx.select().from(auditHead);
  return head;
}

/** Signs this place as the end of the log. */
export async function writeHead(tx: Transaction, { seq, hash }: AuditMark): Promise<void> {
  const signed = { seq, hash, signature: sign({ seq, hash }).toString("hex"), signedAt: new Date() };
  await tx
    .insert(auditHead)
    .values({ id: 1, ...signed })
    .onConflictDoUpdate({ target: auditHead.id, set: signed });
}

/** Was this head signed with our key? */
export function isGenuine(head: Head): boolean {
  const given = Buffer.from(head.signature, "hex");
  const right = sign(head);
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Was exactly this place signed as the end? */
export function isSigned(head: Head | undefined, end: AuditMark): boolean {
  return head !== undefined && head.seq === end.seq && head.hash === end.hash && isGenuine(head);
}

function sign({ seq, hash }: AuditMark): Buffer {
  return createHmac("sha256", signingKey()).update(`${seq}:${hash}`).digest();
}

/** A key of its own, so that the secret's other uses say nothing of it. */
function signingKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", auditSecret(), "", "asean-activity-tracker audit head", 32));
}
