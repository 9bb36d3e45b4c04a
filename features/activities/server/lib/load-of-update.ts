import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import { type LoadedEntry, loadEntry } from "@/server/entries/load";
import { isStanding } from "@/server/register/standing-updates";

/**
 * The entry of an update, locked.
 * @throws AppError NOT_FOUND
 */
export async function loadOfUpdate(tx: Transaction, actor: Actor, updateId: number): Promise<LoadedEntry> {
  const [row] = await tx
    .select({ entryId: updates.entryId })
    .from(updates)
    .where(and(eq(updates.id, updateId), isStanding));
  if (!row) throw new AppError("NOT_FOUND");
  return loadEntry(tx, actor, row.entryId);
}
