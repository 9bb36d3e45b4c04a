import "server-only";
import { and, asc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";

type Plan = typeof workPlans.$inferSelect;

/**
 * The plans to which entries of this one can be carried: of the same framework or partner, later,
 * not closed; the next first.
 */
export async function readTargets(db: Database | Transaction, plan: Plan, startsOn: string) {
  return db
    .select({ id: workPlans.id, en: workPlans.titleEn, lo: workPlans.titleLo, endsOn: periods.endsOn })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(
      and(
        eq(workPlans.framework, plan.framework),
        plan.partnerId === null ? isNull(workPlans.partnerId) : eq(workPlans.partnerId, plan.partnerId),
        ne(workPlans.id, plan.id),
        ne(workPlans.state, "closed"),
        gt(periods.startsOn, startsOn),
      ),
    )
    .orderBy(asc(periods.startsOn), asc(workPlans.id));
}

export type TargetPlan = Awaited<ReturnType<typeof readTargets>>[number];
