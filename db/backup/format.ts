import "server-only";
import { z } from "zod";
import { Refusal } from "../embedded/refusal.mjs";

/**
 * A backup is a gzip'd text, readable with `zcat`:
 *
 *     asean-activity-tracker backup 1
 *     {"product":"0.1.0","takenAt":"…","schema":{"at":1795353544719,"name":"0006_trust"}}
 *     {"table":"activities","columns":["id","code",…]}
 *     1⇥…                         PostgreSQL's COPY text, one row a line
 *     \.
 *     …                           the other tables
 *     {"tables":[{"table":"activities","rows":1,"sha256":"…"}],"sequences":[…],"auditHead":…}
 *     sha256 …                    of the file before this line (seal.ts)
 *
 * COPY text escapes every line break and backslash, so no row is taken for the end of its table.
 */
export const firstLine = "asean-activity-tracker backup 1";
export const endOfTable = "\\.";

/**
 * Tables left out of a backup: they give or restrict access for a short time. After a restore
 * nobody is signed in, and no earlier one-time link works.
 */
export const tablesLeftOut: readonly string[] = ["sessions", "one_time_links", "rate_limits"];

const name = z.string().min(1).max(63);

export const Header = z.object({
  product: z.string(),
  takenAt: z.iso.datetime(),
  /** The last migration of the database. */
  schema: z.object({ at: z.number().int(), name: z.string() }),
});
export type Header = z.infer<typeof Header>;

export const TableStart = z.object({ table: name, columns: z.array(name).min(1) });
export type TableStart = z.infer<typeof TableStart>;

export const Manifest = z.object({
  tables: z.array(z.object({ table: name, rows: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  /** The last number that each sequence returned; null if none. */
  sequences: z.array(z.object({ sequence: name, last: z.string().regex(/^\d+$/).nullable() })),
  /** The end of the audit log's chain. */
  auditHead: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * Parses a line of JSON in a backup.
 * @throws Refusal if it does not have the expected form
 */
export function readLine<T>(schema: z.ZodType<T>, line: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw damaged("a line of it cannot be read");
  }
}

export function damaged(what: string): Refusal {
  return new Refusal(`The backup is damaged: ${what}. Nothing was changed.`);
}
