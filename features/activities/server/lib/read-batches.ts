import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/**
 * As in the statement below: some milliseconds of work, between which the server answers others.
 */
const batchSize = 500;

/**
 * Rows of a long selection by and by, in its order: the database finds the next ones while those
 * before them are being worked on.
 * @returns how many there were
 */
export async function readBatches<Row extends Record<string, unknown>>(
  tx: Transaction,
  statement: SQL,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<number> {
  await tx.execute(sql`declare listed no scroll cursor for ${statement}`);
  const fetchNext = async () => (await tx.execute<Row>(sql`fetch 500 from listed`)).rows as Row[];
  let count = 0;
  let next = fetchNext();
  for (;;) {
    const rows = await next;
    const isLast = rows.length < batchSize;
    if (!isLast) {
      next = fetchNext();
      // It is awaited in the next round, unless the work on these rows fails.
      next.catch(() => undefined);
    }
    count += rows.length;
    await take(rows);
    if (isLast) return count;
  }
}
