import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import type { OwnedRow } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { ownersOf, visibleEntries } from "@/server/scope";

/** An entry with what a row check needs of it. */
export type EntryRow = OwnedRow & { entry: typeof planEntries.$inferSelect };

/**
 * The entry to which a file or comment belongs, locked, so that completing the entry and removing
 * its report wait for each other.
 * @throws AppError NOT_FOUND, also for entries that the actor may not see
 */
export async function loadEntryRow(tx: Transaction, actor: Actor, entryId: number): Promise<EntryRow> {
  const [entry] = await tx
    .select()
    .from(planEntries)
    .where(and(eq(planEntries.id, entryId), visibleEntries(tx, actor)))
    .for("update");
  if (!entry) throw new AppError("NOT_FOUND");
  const owners = (await ownersOf(tx, [entryId])).get(entryId);
  return { entry, ownerStateIds: owners?.ownerStateIds ?? [], participantStateIds: owners?.participantStateIds ?? [] };
}
