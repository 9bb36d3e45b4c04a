import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roundDrafts } from "@/db/schema/round-drafts";
import { AppError } from "@/domain/errors";

/**
 * Locks drafts of one round in the order of their ids. Lock order: round, then drafts, then
 * entries.
 * @throws AppError NOT_FOUND if one of them does not belong to the round
 */
export async function lockDrafts(tx: Transaction, roundId: number, wanted: readonly { id: number }[]) {
  const ids = [...new Set(wanted.map(({ id }) => id))];
  const locked = await tx
    .select()
    .from(roundDrafts)
    .where(and(eq(roundDrafts.roundId, roundId), inArray(roundDrafts.id, ids)))
    .orderBy(roundDrafts.id)
    .for("update");
  if (locked.length !== ids.length) throw new AppError("NOT_FOUND");
  return locked;
}
