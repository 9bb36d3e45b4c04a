import "server-only";
import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { roundPlans } from "@/db/schema/round-plans";
import { workPlans } from "@/db/schema/work-plans";
import { canGoOn } from "@/domain/rounds";
import { changedFields } from "@/server/audit";
import { filledDrafts, type NewDraft } from "./filled-drafts";
import { readOwners, readSpeaking } from "./read-owners";

type Reader = Database | Transaction;

/** Changes that would refresh a round from the register. */
export type RoundRefresh = {
  /** New drafts for entries that have become ongoing since. */
  added: NewDraft[];
  /** Untouched drafts whose reporter stays; their content is filled again. */
  refilled: { id: number; draft: Partial<NewDraft> }[];
  /**
   * Drafts with a new reporter: untouched ones go to the reporter who would be asked now, begun
   * ones that their reporter no longer sees go to the desk.
   */
  reassigned: { id: number; draft: Partial<NewDraft> }[];
  /** Untouched drafts of entries that are no longer covered. */
  removed: number[];
};

/**
 * Compares the drafts of an open round with those of a round opened now. Plans closed since accept
 * no updates and are left out.
 */
export async function readRefresh(db: Reader, roundId: number): Promise<RoundRefresh> {
  const plans = await db
    .select({ id: roundPlans.workPlanId })
    .from(roundPlans)
    .innerJoin(workPlans, eq(workPlans.id, roundPlans.workPlanId))
    .where(and(eq(roundPlans.roundId, roundId), ne(workPlans.state, "closed")));
  const wanted = await filledDrafts(
    db,
    plans.map(({ id }) => id),
  );
  const present = await db.select().from(roundDrafts).where(eq(roundDrafts.roundId, roundId)).orderBy(roundDrafts.id);
  const hasDraft = new Set(present.map(({ entryId }) => entryId));
  const filled = new Map(wanted.map((draft) => [draft.entryId, draft]));
  const refresh: RoundRefresh = {
    added: wanted.filter(({ entryId }) => !hasDraft.has(entryId)),
    refilled: [],
    reassigned: await readAbandoned(db, roundId),
    removed: [],
  };
  for (const draft of present.filter(({ state }) => state === "pending")) {
    const now = filled.get(draft.entryId);
    if (!now) refresh.removed.push(draft.id);
    else if (now.memberStateId !== draft.memberStateId) refresh.reassigned.push({ id: draft.id, draft: now });
    else if (changedFields({ ...draft }, now)) refresh.refilled.push({ id: draft.id, draft: now });
  }
  return refresh;
}

/**
 * Begun drafts that their state can no longer write. They go to the desk, which can already read
 * them, and not to another state, which never could.
 */
async function readAbandoned(db: Reader, roundId: number): Promise<RoundRefresh["reassigned"]> {
  const begun = and(
    eq(roundDrafts.roundId, roundId),
    inArray(roundDrafts.state, ["writing", "returned"]),
    isNotNull(roundDrafts.memberStateId),
  );
  const rows = await db
    .select({
      id: roundDrafts.id,
      entryId: roundDrafts.entryId,
      stateId: roundDrafts.memberStateId,
      isConfidential: planEntries.isConfidential,
    })
    .from(roundDrafts)
    .innerJoin(planEntries, eq(planEntries.id, roundDrafts.entryId))
    .where(begun)
    .orderBy(roundDrafts.id);
  if (rows.length === 0) return [];
  const owners = await readOwners(db, db.select({ id: roundDrafts.entryId }).from(roundDrafts).where(begun));
  const speaking = await readSpeaking(db);
  const stays = ({ entryId, stateId, isConfidential }: (typeof rows)[number]) =>
    stateId === null || canGoOn(stateId, { isConfidential, ownerStateIds: owners.get(entryId) ?? [] }, speaking);
  return rows.filter((row) => !stays(row)).map(({ id }) => ({ id, draft: { memberStateId: null } }));
}

export type RefreshCounts = Record<keyof RoundRefresh, number>;

export function countRefresh({ added, refilled, reassigned, removed }: RoundRefresh): RefreshCounts {
  return {
    added: added.length,
    refilled: refilled.length,
    reassigned: reassigned.length,
    removed: removed.length,
  };
}
