import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roundDrafts } from "@/db/schema/round-drafts";
import { rounds } from "@/db/schema/rounds";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { SeenRoundInput } from "../schema";
import { insertDrafts } from "./lib/insert-drafts";
import { loadRound, refuseClosedRound } from "./lib/load-round";
import { countRefresh, type RefreshCounts, type RoundRefresh, readRefresh } from "./lib/read-refresh";

/**
 * Refreshes an open round from the register: adds drafts for entries that have become ongoing,
 * fills untouched drafts again or removes them, and reassigns those that their reporter can no
 * longer write. Submitted and accepted drafts are not changed.
 * @throws AppError ROUND_CLOSED, CONFLICT
 */
export const refreshRound = defineCommand({
  name: "round.renew",
  permission: "round.renew",
  input: SeenRoundInput,
  load: ({ tx, input }) => loadRound(tx, input.roundId),
  run: async ({ tx, input, row: round, context }) => {
    refuseClosedRound(round);
    if (round.version !== input.version) throw new AppError("CONFLICT");
    const ofRound = eq(roundDrafts.roundId, round.id);
    await tx.select({ id: roundDrafts.id }).from(roundDrafts).where(ofRound).orderBy(roundDrafts.id).for("update");
    const changes = await readRefresh(tx, round.id);
    const result: RefreshCounts = countRefresh(changes);
    if (Object.values(result).every((count) => count === 0)) return { result, audit: null };
    await applyRefresh(tx, round.id, changes, context.now);
    await tx
      .update(rounds)
      .set({ version: sql`${rounds.version} + 1` })
      .where(eq(rounds.id, round.id));
    return { result, audit: { subject: "rounds", subjectId: round.id, after: result } };
  },
});

async function applyRefresh(tx: Transaction, roundId: number, changes: RoundRefresh, now: Date): Promise<void> {
  const { added, refilled, reassigned, removed } = changes;
  if (removed.length > 0) await tx.delete(roundDrafts).where(inArray(roundDrafts.id, removed));
  for (const { id, draft } of [...refilled, ...reassigned])
    await tx
      .update(roundDrafts)
      .set({ ...draft, updatedAt: now, version: sql`${roundDrafts.version} + 1` })
      .where(eq(roundDrafts.id, id));
  await insertDrafts(tx, roundId, added);
}
