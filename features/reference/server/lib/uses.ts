import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { referencesTo } from "@/db/references";
import { planEntries } from "@/db/schema/plan-entries";
import type { ReferenceKind } from "../../kinds";
import { placeOf, type ReferenceRow } from "./tables";

/** How many rows of a table name this row. */
export type Use = { table: string; count: number };

/** The rows that use this one, by table, as the foreign keys of the database say. */
export async function usesOf(db: Database | Transaction, kind: ReferenceKind, row: ReferenceRow): Promise<Use[]> {
  const counts = new Map<string, number>();
  for (const { table, name, column } of referencesTo(placeOf(kind).table)) {
    const count = await db.$count(table, eq(column, row.id));
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  if (kind === "funds") counts.set("plan_entries", await countFunded(db, row));
  return [...counts].filter(([, count]) => count > 0).map(([table, count]) => ({ table, count }));
}

/** Entries name their fund as their source prints it: by its code or one of its names. */
function countFunded(db: Database | Transaction, { code, nameEn, nameLo }: ReferenceRow): Promise<number> {
  const names = [code, nameEn, nameLo].filter((name) => typeof name === "string");
  return db.$count(planEntries, inArray(planEntries.fund, names));
}

export const countUses = (uses: readonly Use[]): number => uses.reduce((sum, { count }) => sum + count, 0);
