import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { rounds } from "@/db/schema/rounds";
import { AppError } from "@/domain/errors";

export type LoadedRound = typeof rounds.$inferSelect;

/**
 * A round for a command, locked until its transaction ends, and before any draft or entry: of two
 * who accept or close at once the second finds what the first has done.
 * @param strength `share` for those who write a draft: they wait for heads, not for each other
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

/** @throws AppError ROUND_CLOSED: what was not accepted then is part of nothing */
export function refuseClosedRound(round: LoadedRound): void {
  if (round.state === "closed") throw new AppError("ROUND_CLOSED");
}
