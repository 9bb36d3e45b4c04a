import "server-only";
import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { entryParties } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { sources } from "@/db/schema/sources";
import { officialCounts } from "@/db/schema/work-plans";

export type CountKind = "approved" | "proposed";

/**
 * The register's counts of one plan and one proponent state. Sample rows are also counted
 * separately.
 */
export type RegisterCount = {
  planId: number;
  /** The proponent's member state; null for entries of partners. */
  memberStateId: number | null;
  stateCode: string | null;
  approved: number;
  approvedSample: number;
  proposed: number;
  proposedSample: number;
  /** Rows that are not, or not known to be, part of the official count. */
  uncounted: number;
};

const isCounted = sql`${planEntries.counted} = 'yes'`;
const isSample = sql`${planEntries.activityId} in (select id from activities where is_sample)`;
const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;

/**
 * Approved = counted entries ever approved; proposed = counted entries ever submitted, later
 * approved ones included.
 * @param lines condition for the entries to count: `planLines` of the reader, or what a document
 *   may contain
 * @param planIds only these plans
 */
export async function readRegisterCounts(
  db: Database,
  lines: SQL | undefined,
  planIds?: readonly number[],
): Promise<RegisterCount[]> {
  const counted = db
    .select({
      planId: planEntries.workPlanId,
      memberStateId: entryParties.memberStateId,
      approved: count(sql`${isCounted} and ${planEntries.wasApproved}`).as("approved"),
      approvedSample: count(sql`${isCounted} and ${planEntries.wasApproved} and ${isSample}`).as("approved_sample"),
      proposed: count(sql`${isCounted} and ${planEntries.wasSubmitted}`).as("proposed"),
      proposedSample: count(sql`${isCounted} and ${planEntries.wasSubmitted} and ${isSample}`).as("proposed_sample"),
      uncounted: count(
        sql`${planEntries.counted} <> 'yes' and (${planEntries.stage} is null or ${planEntries.stage} <> 'draft')`,
      ).as("uncounted"),
    })
    .from(planEntries)
    .leftJoin(entryParties, and(eq(entryParties.entryId, planEntries.id), eq(entryParties.role, "proponent")))
    .where(and(planIds && inArray(planEntries.workPlanId, [...planIds]), lines))
    .groupBy(planEntries.workPlanId, entryParties.memberStateId)
    .as("counted");
  const { planId, memberStateId, approved, approvedSample, proposed, proposedSample, uncounted } = counted;
  return db
    .select({
      planId,
      memberStateId,
      stateCode: memberStates.code,
      approved,
      approvedSample,
      proposed,
      proposedSample,
      uncounted,
    })
    .from(counted)
    .leftJoin(memberStates, eq(memberStates.id, memberStateId));
}

/** The sum of the counts of several groups. */
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

/** Every official count of a plan, with its source. */
export async function readOfficialCounts(db: Database, planIds?: readonly number[]) {
  return db
    .select({
      planId: officialCounts.workPlanId,
      kind: officialCounts.kind,
      count: officialCounts.count,
      memberStateId: officialCounts.memberStateId,
      stateCode: memberStates.code,
      stateEn: memberStates.nameEn,
      stateLo: memberStates.nameLo,
      source: {
        title: sources.title,
        publisher: sources.publisher,
        publishedOn: sources.publishedOn,
        address: sources.address,
        language: sources.language,
      },
    })
    .from(officialCounts)
    .innerJoin(sources, eq(sources.id, officialCounts.sourceId))
    .leftJoin(memberStates, eq(memberStates.id, officialCounts.memberStateId))
    .where(planIds ? inArray(officialCounts.workPlanId, [...planIds]) : isNotNull(officialCounts.workPlanId))
    .orderBy(asc(officialCounts.id));
}

export type OfficialCount = Awaited<ReturnType<typeof readOfficialCounts>>[number];
