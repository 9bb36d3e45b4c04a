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
  /** Rows of the plan without drafts, by whether they are part of the official number. */
  rows: number;
  counted: number;
  notCounted: number;
  notKnown: number;
};

const isCounted = sql`${planEntries.counted} = 'yes'`;
/** A draft is not in the plan yet. */
const isRow = sql`(${planEntries.stage} is null or ${planEntries.stage} <> 'draft')`;
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
      rows: count(isRow).as("rows"),
      counted: count(sql`${isRow} and ${isCounted}`).as("counted_rows"),
      notCounted: count(sql`${isRow} and ${planEntries.counted} = 'no'`).as("not_counted"),
      notKnown: count(sql`${isRow} and ${planEntries.counted} = 'unknown'`).as("not_known"),
    })
    .from(planEntries)
    .leftJoin(entryParties, and(eq(entryParties.entryId, planEntries.id), eq(entryParties.role, "proponent")))
    .where(and(planIds && inArray(planEntries.workPlanId, [...planIds]), lines))
    .groupBy(planEntries.workPlanId, entryParties.memberStateId)
    .as("counted");
  const { planId, memberStateId, approved, approvedSample, proposed, proposedSample } = counted;
  return db
    .select({
      planId,
      memberStateId,
      stateCode: memberStates.code,
      approved,
      approvedSample,
      proposed,
      proposedSample,
      rows: counted.rows,
      counted: counted.counted,
      notCounted: counted.notCounted,
      notKnown: counted.notKnown,
    })
    .from(counted)
    .leftJoin(memberStates, eq(memberStates.id, memberStateId));
}

const countKeys = [
  "approved",
  "approvedSample",
  "proposed",
  "proposedSample",
  "rows",
  "counted",
  "notCounted",
  "notKnown",
] as const;
export type CountSums = Record<(typeof countKeys)[number], number>;

/** The sum of the counts of several groups. */
export function sumCounts(rows: readonly RegisterCount[]): CountSums {
  const sumOf = (key: keyof CountSums) => rows.reduce((sum, row) => sum + row[key], 0);
  return Object.fromEntries(countKeys.map((key) => [key, sumOf(key)])) as CountSums;
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
