import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { binItems } from "@/db/schema/bin";
import { takingBack } from "@/server/register/taking-back";
import { readSetting } from "@/server/settings";

/** How long things stay in the bin, as a condition and as the end for one of them. */
export async function keptUntil(db: Database | Transaction, now: Date) {
  const { value } = await readSetting(db, takingBack);
  const days = value.binDays;
  const isKept: SQL = sql`${binItems.removedAt} >= ${new Date(now.getTime() - days * 86_400_000).toISOString()}::timestamptz`;
  return { days, isKept, of: (removedAt: Date) => new Date(removedAt.getTime() + days * 86_400_000) };
}
