import "server-only";
import type { Transaction } from "@/db/client";
import { roundDrafts } from "@/db/schema/round-drafts";
import type { NewDraft } from "./filled-drafts";

/** Adds drafts to a round. Entries that already have a draft are skipped. */
export async function insertDrafts(tx: Transaction, roundId: number, drafts: readonly NewDraft[]): Promise<void> {
  for (let from = 0; from < drafts.length; from += 500) {
    const some = drafts.slice(from, from + 500).map((draft) => ({ ...draft, roundId }));
    await tx
      .insert(roundDrafts)
      .values(some)
      .onConflictDoNothing({ target: [roundDrafts.roundId, roundDrafts.entryId] });
  }
}
