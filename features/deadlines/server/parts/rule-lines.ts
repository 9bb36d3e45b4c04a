import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { evidence } from "@/db/schema/evidence";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { ruleDeadlines, ruleState } from "@/domain/deadline-rules";
import type { Actor } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";
import { readSetting } from "@/server/settings";
import { deadlineRules } from "./rules";

const hasReport = sql<boolean>`exists (
  select 1 from ${evidence}
  where ${evidence.entryId} = ${planEntries.id} and ${evidence.kind} = 'report' and ${evidence.removedAt} is null
)`;

/** Of an entry that goes on in a later plan they ask through the one that it goes on as. */
const goesOn = sql`exists (select 1 from plan_entries later where later.carried_from_id = ${planEntries.id})`;

/** Only of these do the rules ask anything; see `ruleDeadlines`. */
const isRuled = sql`${planEntries.stage} = 'approved'
  and coalesce(${planEntries.status}, 'ongoing') not in ('completed', 'cancelled') and not ${goesOn}`;

type Scope = { db: Database; actor: Actor; today: string; limit?: number };

/** What the rules ask of the entries that fit and that the actor sees, by code. */
export async function readRuleLines({ db, actor, today, limit = 500 }: Scope, which: SQL | undefined) {
  const { value: rules } = await readSetting(db, deadlineRules);
  const rows = await db
    .select({ entry: planEntries, activity: activities, cycleEndsOn: periods.endsOn, hasReport })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(and(isRuled, which, visibleEntries(db, actor)))
    .orderBy(asc(activities.code), asc(planEntries.id))
    .limit(limit);
  return rows.flatMap(({ entry, activity, ...rest }) =>
    ruleDeadlines({ ...entry, ...rest }, rules).map((deadline) => ({
      ...deadline,
      state: ruleState(deadline, today),
      ...{ entryId: entry.id, version: entry.version, isConfidential: entry.isConfidential },
      ...{ code: activity.code, entryEn: activity.titleEn, entryLo: activity.titleLo, isSample: activity.isSample },
    })),
  );
}

export type RuleLine = Awaited<ReturnType<typeof readRuleLines>>[number];
