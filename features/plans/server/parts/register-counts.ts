import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entryParties } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { type Actor, isDesk } from "@/domain/roles";

export type CountKind = "approved" | "proposed";

/** What the register holds of one plan (and, in `byState`, of one proponent state). Sample rows are counted apart too. */
export type RegisterCount = {
  planId: number;
  /** Proponent's member state; null for entries of partners. */
  memberStateId: number | null;
  approved: number;
  approvedSample: number;
  proposed: number;
  proposedSample: number;
  /** Rows that are not, or not known to be, of the official number. */
  uncounted: number;
};

const isCounted = sql`${planEntries.counted} = 'yes'`;
const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;

/**
 * Approved = counted entries ever approved; proposed = counted entries ever submitted, later approved ones included. Totals count
 * all entries, also those that a focal point cannot open; confidential ones only for the desk.
 */
export async function readRegisterCounts(db: Database, actor: Actor, planId?: number): Promise<RegisterCount[]> {
  return db
    .select({
      planId: planEntries.workPlanId,
      memberStateId: entryParties.memberStateId,
      approved: count(sql`${isCounted} and ${planEntries.wasApproved}`),
      approvedSample: count(sql`${isCounted} and ${planEntries.wasApproved} and ${activities.isSample}`),
      proposed: count(sql`${isCounted} and ${planEntries.wasSubmitted}`),
      proposedSample: count(sql`${isCounted} and ${planEntries.wasSubmitted} and ${activities.isSample}`),
      uncounted: count(
        sql`${planEntries.counted} <> 'yes' and (${planEntries.stage} is null or ${planEntries.stage} <> 'draft')`,
      ),
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .leftJoin(entryParties, and(eq(entryParties.entryId, planEntries.id), eq(entryParties.role, "proponent")))
    .where(
      and(
        planId === undefined ? undefined : eq(planEntries.workPlanId, planId),
        isDesk(actor.role) ? undefined : eq(planEntries.isConfidential, false),
      ),
    )
    .groupBy(planEntries.workPlanId, entryParties.memberStateId);
}

/** The counts of several groups together. */
export function sumCounts(rows: readonly RegisterCount[]) {
  const zero = { approved: 0, approvedSample: 0, proposed: 0, proposedSample: 0, uncounted: 0 };
  return rows.reduce(
    (sum, row) => ({
      approved: sum.approved + row.approved,
      approvedSample: sum.approvedSample + row.approvedSample,
      proposed: sum.proposed + row.proposed,
      proposedSample: sum.proposedSample + row.proposedSample,
      uncounted: sum.uncounted + row.uncounted,
    }),
    zero,
  );
}

/** The official number beside the register's, of one kind. */
export type Comparison = {
  kind: CountKind;
  official: number;
  register: number;
  sample: number;
  source: { title: string; publisher: string | null; address: string | null; language: string };
};
