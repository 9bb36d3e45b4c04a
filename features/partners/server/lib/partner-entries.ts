import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Actor } from "@/domain/roles";
import { ofPartner } from "@/server/register/of-partner";
import { visibleEntries } from "@/server/scope";

/** The most entries shown for past and for other periods. The table of activities lists all. */
const limit = 100;

export type PartnerEntry = Awaited<ReturnType<typeof readPartnerEntries>>[number];

/**
 * Entries of the partner's plans, and those of other plans to which it is a party, that the actor
 * may see, in periods that are over or in the others. Latest period first; each row has the total
 * number.
 */
export async function readPartnerEntries(
  db: Database,
  actor: Actor,
  { partnerId, day, isOver }: { partnerId: number; day: string; isOver: boolean },
) {
  return db
    .select({
      id: planEntries.id,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      isSample: activities.isSample,
      stage: planEntries.stage,
      status: planEntries.status,
      planId: planEntries.workPlanId,
      planEn: workPlans.titleEn,
      planLo: workPlans.titleLo,
      isOwnPlan: sql<boolean>`coalesce(${workPlans.partnerId} = ${partnerId}, false)`,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(
      and(
        visibleEntries(db, actor),
        ofPartner(db, partnerId),
        isOver ? sql`${periods.endsOn} < ${day}` : sql`${periods.endsOn} >= ${day}`,
      ),
    )
    .orderBy(desc(periods.startsOn), asc(activities.code), asc(planEntries.id))
    .limit(limit);
}
