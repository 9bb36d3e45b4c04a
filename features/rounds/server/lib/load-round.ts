import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rounds } from "@/db/schema/rounds";
import { AppError } from "@/domain/errors";

export type LoadedRound = typeof rounds.$inferSelect;

/**
 * Loads a round for a command and locks it until the transaction ends. It is locked before any
 * draft or entry, so that of two concurrent commands the second sees the changes of the first.
 * @param strength `share` for writers of drafts: they wait for heads, but not for each other
 * @throws AppError NOT_FOUND
 */
export async function loadRound(
  tx: Transaction,
  id: number,
  strength: "update" | "share" = "update",
): Promise<LoadedRound> {
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, id)).for(strength);
  if (!round) throw new AppError("NOT_FOUND");
  return round;
}

/** @throws AppError ROUND_CLOSED, because drafts that were not accepted by then are not used */
export function refuseClosedRound(round: LoadedRound): void {
  if (round.state === "closed") throw new AppError("ROUND_CLOSED");
}
