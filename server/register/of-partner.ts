import "server-only";
import { and, eq, exists, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { entryParties } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Actor } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";

/**
 * Is the entry, beside its plan, of the partner's own plans or one of other plans to which it is a
 * party?
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
 * How many of the entries that the actor sees are of each partner in that sense, by the partner's
 * id: all partners at once. An entry counts once for a partner, also where it is a party to its own
 * plan's.
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
