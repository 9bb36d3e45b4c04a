import "server-only";
import { and, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { activityOutcomes } from "@/db/schema/activities";
import { concepts } from "@/db/schema/concepts";
import { entryParties } from "@/db/schema/entry-parts";
import type { planEntries } from "@/db/schema/plan-entries";
import type { workPlans } from "@/db/schema/work-plans";
import { type ConceptTexts, emptyConcept, missingParts, needsConcept, type ProposalPart } from "@/domain/concept";

type Reader = Database | Transaction;

/** The concept note of an entry; an empty one with version 0 until something is saved. */
export async function readConcept(db: Reader, entryId: number): Promise<{ texts: ConceptTexts; version: number }> {
  const [row] = await db.select().from(concepts).where(eq(concepts.entryId, entryId));
  if (!row) return { texts: emptyConcept, version: 0 };
  const { entryId: _entry, version, updatedAt: _at, ...texts } = row;
  return { texts, version };
}

type Proposal = {
  entry: Pick<typeof planEntries.$inferSelect, "id" | "activityId" | "wasSubmitted">;
  plan: Pick<typeof workPlans.$inferSelect, "framework">;
};

/**
 * What this proposal still lacks before it may be submitted; empty if no concept note is required.
 */
export async function missingForSubmission(
  db: Reader,
  { entry, plan }: Proposal,
  texts: ConceptTexts,
): Promise<ProposalPart[]> {
  if (!needsConcept(plan.framework, entry.wasSubmitted)) return [];
  const isProponent = and(eq(entryParties.entryId, entry.id), eq(entryParties.role, "proponent"));
  return missingParts(texts, {
    outcome: (await db.$count(activityOutcomes, eq(activityOutcomes.activityId, entry.activityId))) > 0,
    proponent: (await db.$count(entryParties, isProponent)) > 0,
  });
}
