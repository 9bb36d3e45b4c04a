import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/**
 * Must equal the number in `fetch` below. A batch takes some milliseconds, and other requests run
 * between batches.
 */
const batchSize = 500;

/**
 * Reads a long selection in batches, in order. The database fetches the next batch while the last
 * one is processed.
 * @returns the number of rows
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
      // Awaited in the next iteration; this only avoids an unhandled rejection if `take` fails
      // before.
      next.catch(() => undefined);
    }
    count += rows.length;
    await take(rows);
    if (isLast) return count;
  }
}
