import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { AppError } from "@/domain/errors";
import type { OwnedRow } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { type LoadedRound, loadRound } from "./load-round";
import { type FoundDraft, selectDrafts } from "./read-drafts";
import { visibleDrafts } from "./visible-drafts";

export type LoadedDraft = OwnedRow & FoundDraft & { round: LoadedRound };

/**
 * Loads a draft for its writer and locks it until the transaction ends. The round is locked first,
 * so that the draft cannot be accepted meanwhile.
 * @throws AppError NOT_FOUND, also for drafts of others
 */
export async function loadDraft(tx: Transaction, actor: Actor, draftId: number): Promise<LoadedDraft> {
  const seen = and(eq(roundDrafts.id, draftId), visibleDrafts(tx, actor));
  const [known] = await tx
    .select({ roundId: roundDrafts.roundId, side: roundDrafts.memberStateId })
    .from(roundDrafts)
    .innerJoin(planEntries, eq(planEntries.id, roundDrafts.entryId))
    .where(seen);
  if (!known) throw new AppError("NOT_FOUND");
  const round = await loadRound(tx, known.roundId, "share");
  const [found] = await selectDrafts(tx, seen).for("update", { of: roundDrafts });
  if (!found) throw new AppError("NOT_FOUND");
  return { ...found, round, ownerStateIds: known.side === null ? [] : [known.side], participantStateIds: [] };
}
