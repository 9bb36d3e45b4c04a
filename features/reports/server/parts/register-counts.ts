import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entryParties } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import type { RegisterCount } from "../../report-data";

const count = (condition: SQL) =>
  sql<number>`count(*) filter (where ${planEntries.counted} = 'yes' and ${condition})::int`;

type PlanRegister = { all: RegisterCount; byState: Map<string, RegisterCount> };

/**
 * What the register holds of each plan: approved = counted entries ever approved; proposed = counted entries ever submitted, later
 * approved ones included. Totals count all entries of a plan, also those that a focal point cannot open.
 */
export async function readRegister(
  db: Database,
  planIds: number[],
  withConfidential: boolean,
): Promise<Map<number, PlanRegister>> {
  const rows = await db
    .select({
      planId: planEntries.workPlanId,
      stateCode: memberStates.code,
      approved: count(sql`${planEntries.wasApproved}`),
      approvedSample: count(sql`${planEntries.wasApproved} and ${activities.isSample}`),
      proposed: count(sql`${planEntries.wasSubmitted}`),
      proposedSample: count(sql`${planEntries.wasSubmitted} and ${activities.isSample}`),
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .leftJoin(entryParties, and(eq(entryParties.entryId, planEntries.id), eq(entryParties.role, "proponent")))
    .leftJoin(memberStates, eq(memberStates.id, entryParties.memberStateId))
    .where(
      and(
        inArray(planEntries.workPlanId, planIds),
        withConfidential ? undefined : eq(planEntries.isConfidential, false),
      ),
    )
    .groupBy(planEntries.workPlanId, memberStates.code);
  const plans = new Map<number, PlanRegister>();
  for (const row of rows) {
    const own: RegisterCount = {
      approved: { all: row.approved, sample: row.approvedSample },
      proposed: { all: row.proposed, sample: row.proposedSample },
    };
    const plan = plans.get(row.planId);
    const byState = plan?.byState ?? new Map<string, RegisterCount>();
    if (row.stateCode) byState.set(row.stateCode, own);
    plans.set(row.planId, { all: plan ? sum(plan.all, own) : own, byState });
  }
  return plans;
}

function sum(a: RegisterCount, b: RegisterCount): RegisterCount {
  const add = (kind: keyof RegisterCount) => ({
    all: a[kind].all + b[kind].all,
    sample: a[kind].sample + b[kind].sample,
  });
  return { approved: add("approved"), proposed: add("proposed") };
}
