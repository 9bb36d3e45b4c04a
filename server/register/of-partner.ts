import "server-only";
import { and, eq, exists, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { entryParties } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Actor } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";

/**
 * Condition: the entry belongs to a plan of the partner, or the partner is a party to it in another
 * plan.
 */
export function ofPartner(db: Database, partnerId: number): SQL | undefined {
  const party = exists(
    db
      .select({ one: sql`1` })
      .from(entryParties)
      .where(and(eq(entryParties.entryId, planEntries.id), eq(entryParties.partnerId, partnerId))),
  );
  return or(eq(workPlans.partnerId, partnerId), party);
}

/**
 * The number of entries of each partner in that sense that the actor may see, by the partner's id,
 * for all partners at once. An entry counts once per partner, even if the partner is a party to an
 * entry of its own plan.
 */
export async function countOfPartners(db: Database, actor: Actor): Promise<Map<number, number>> {
  const pairs = db
    .select({ entryId: planEntries.id, partnerId: workPlans.partnerId })
    .from(planEntries)
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .where(isNotNull(workPlans.partnerId))
    .union(
      db
        .select({ entryId: entryParties.entryId, partnerId: entryParties.partnerId })
        .from(entryParties)
        .where(isNotNull(entryParties.partnerId)),
    )
    .as("pairs");
  const rows = await db
    .select({ partnerId: sql<number>`${pairs.partnerId}`, count: sql<number>`count(*)::int` })
    .from(pairs)
    .innerJoin(planEntries, eq(planEntries.id, pairs.entryId))
    .where(visibleEntries(db, actor))
    .groupBy(pairs.partnerId);
  return new Map(rows.map(({ partnerId, count }) => [partnerId, count]));
}
