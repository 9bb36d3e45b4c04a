import "server-only";
import { z } from "zod";
import type { AuditMark } from "../audit-head";
import { isSignedFor, signatureOf } from "../audit-signature";

/** The signed end of an audit log as it is kept outside the database. */
export type Anchor = AuditMark & {
  /** The hash of the log's first row: no other log has it. */
  readonly log: string;
  /** Which database holds that log (`databaseName` in places.ts). */
  readonly database: string;
  /** ISO 8601, by the clock of the process that noted it; told to people, never compared. */
  readonly notedAt: string;
};

export type ReadAnchor = { readonly anchor: Anchor; readonly isGenuine: boolean };

/** More than any anchor takes; a larger file is none. */
export const mostBytes = 4_096;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const AnchorFile = z.strictObject({
  version: z.literal(1),
  log: hash,
  database: z.string().max(1_000),
  seq: z.int().positive(),
  hash,
  notedAt: z.iso.datetime(),
  signature: hash,
});

/**
 * The file's text: the anchor with a signature over all of it, with the key that signs the log's
 * end.
 */
export function anchorText(anchor: Anchor): string {
  return `${JSON.stringify({ version: 1, ...anchor, signature: signatureOf("anchor", wordsOf(anchor)) }, null, 2)}\n`;
}

/**
 * @returns null where the text is no anchor; one that was not signed with our key is told apart,
 *   not believed
 */
export function readAnchor(text: string): ReadAnchor | null {
  const { data } = AnchorFile.safeParse(jsonOf(text));
  if (!data) return null;
  const { version: _version, signature, ...anchor } = data;
  return { anchor, isGenuine: isSignedFor("anchor", wordsOf(anchor), signature) };
}

/** One text for one anchor, however a file is laid out. */
const wordsOf = ({ log, database, seq, hash, notedAt }: Anchor): string =>
  JSON.stringify([log, database, seq, hash, notedAt]);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
