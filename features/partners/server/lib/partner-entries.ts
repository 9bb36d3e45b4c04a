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

/** A page holds no more of each; the table of activities holds all of them. */
const limit = 100;

export type PartnerEntry = Awaited<ReturnType<typeof readPartnerEntries>>[number];

/**
 * Entries of the partner's plans, and those of other plans to which it is a party, as far as the
 * actor sees them: of periods that are over, or of those that are not. The latest period first;
 * each row carries how many there are in all.
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
