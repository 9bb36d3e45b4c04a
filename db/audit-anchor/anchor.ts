import "server-only";
import { z } from "zod";
import type { AuditMark } from "../audit-head";
import { isSignedFor, signatureOf } from "../audit-signature";

/** The signed end of an audit log, as stored outside the database. */
export type Anchor = AuditMark & {
  /** The hash of the log's first row, which identifies the log. */
  readonly log: string;
  /** The database that contains the log (`databaseName` in places.ts). */
  readonly database: string;
  /** ISO 8601, by the clock of the process that wrote it; shown to people, never compared. */
  readonly notedAt: string;
};

export type ReadAnchor = { readonly anchor: Anchor; readonly isGenuine: boolean };

/** Larger than any anchor; a larger file is not read as one. */
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
 * The file's text: the anchor and a signature over all of it, made with the key that signs the end
 * of the log.
 */
export function anchorText(anchor: Anchor): string {
  return `${JSON.stringify({ version: 1, ...anchor, signature: signatureOf("anchor", wordsOf(anchor)) }, null, 2)}\n`;
}

/**
 * @returns null if the text is not an anchor; `isGenuine` is false if it was not signed with our
 *   key
 */
export function readAnchor(text: string): ReadAnchor | null {
  const { data } = AnchorFile.safeParse(jsonOf(text));
  if (!data) return null;
  const { version: _version, signature, ...anchor } = data;
  return { anchor, isGenuine: isSignedFor("anchor", wordsOf(anchor), signature) };
}

/** The text that is signed; independent of the layout of the file. */
const wordsOf = ({ log, database, seq, hash, notedAt }: Anchor): string =>
  JSON.stringify([log, database, seq, hash, notedAt]);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
