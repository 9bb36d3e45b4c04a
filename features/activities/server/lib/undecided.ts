import "server-only";
import { eq, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { decisions } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { type LoadedEntry, refuseClosedPlan } from "@/server/entries/load";

/**
 * Refuses if the entry is more than a proposal: a meeting has decided on it or is about to, or
 * another entry continues it.
 * @param seenVersion the version that the person saw
 * @throws AppError PLAN_CLOSED, PROPOSAL_DECIDED, CONFLICT, ENTRY_IN_LINE
 */
export async function refuseUnlessUndecided(tx: Transaction, loaded: LoadedEntry, seenVersion: number): Promise<void> {
  const { entry } = loaded;
  refuseClosedPlan(loaded);
  const isProposal = entry.stage === "draft" || entry.stage === "submitted";
  const decided = await tx.$count(decisions, eq(decisions.entryId, entry.id));
  if (!isProposal || decided > 0) throw new AppError("PROPOSAL_DECIDED");
  if (entry.version !== seenVersion) throw new AppError("CONFLICT");
  const successors = or(eq(planEntries.carriedFromId, entry.id), eq(planEntries.mergedIntoId, entry.id));
  if ((await tx.$count(planEntries, successors)) > 0) throw new AppError("ENTRY_IN_LINE");
}
