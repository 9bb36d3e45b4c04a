import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { roundDrafts } from "@/db/schema/round-drafts";
import { rounds } from "@/db/schema/rounds";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { SeenRoundInput } from "../schema";
import { loadRound, refuseClosedRound } from "./lib/load-round";

/**
 * Closes a round. Drafts that were not submitted are no longer requested.
 * @throws AppError ROUND_CLOSED, CONFLICT; ROUND_WAITING {count} while submitted drafts have been
 *   neither accepted nor returned
 */
export const closeRound = defineCommand({
  name: "round.close",
  permission: "round.close",
  input: SeenRoundInput,
  load: ({ tx, input }) => loadRound(tx, input.roundId),
  run: async ({ tx, input, row: round, context }) => {
    refuseClosedRound(round);
    if (round.version !== input.version) throw new AppError("CONFLICT");
    const ofRound = eq(roundDrafts.roundId, round.id);
    const waiting = await tx.$count(roundDrafts, and(ofRound, eq(roundDrafts.state, "submitted")));
    if (waiting > 0) throw new AppError("ROUND_WAITING", { params: { count: waiting } });
    const missing = await tx.$count(roundDrafts, and(ofRound, ne(roundDrafts.state, "accepted")));
    await tx
      .update(rounds)
      .set({ state: "closed", closedAt: context.now, version: sql`${rounds.version} + 1` })
      .where(eq(rounds.id, round.id));
    return {
      result: { missing },
      audit: {
        subject: "rounds",
        subjectId: round.id,
        before: { state: "open" },
        after: { state: "closed", missing },
      },
    };
  },
});
