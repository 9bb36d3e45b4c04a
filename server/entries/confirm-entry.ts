import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { VersionNote } from "@/db/entry-versions";
import { planEntries } from "@/db/schema/plan-entries";
import type { Context } from "@/server/context";
import { recordVersion } from "./record-version";

type Note = Omit<VersionNote, "recordedAt" | "recordedBy" | "recordedByName">;

/**
 * Raises the entry's version and records it, so that the second of two people who change what
 * belongs to it learns of the first.
 * @param fields of the entry that change with it
 */
export async function confirmEntry(
  tx: Transaction,
  context: Context,
  entryId: number,
  note: Note,
  fields: Partial<typeof planEntries.$inferInsert> = {},
): Promise<void> {
  const { now, actor } = context;
  await tx
    .update(planEntries)
    .set({ ...fields, version: sql`${planEntries.version} + 1`, updatedAt: now, updatedBy: actor.userId })
    .where(eq(planEntries.id, entryId));
  await recordVersion(tx, context, entryId, note);
}
