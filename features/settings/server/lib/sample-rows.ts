import "server-only";
import { and, desc, eq, inArray, isNotNull, notInArray, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { decisions } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { users } from "@/db/schema/users";

type Reader = Database | Transaction;

/** Ids of the sample activities. */
export const sampleActivities = (db: Reader) =>
  db.select({ id: activities.id }).from(activities).where(eq(activities.isSample, true));

/** Ids of the entries of sample activities. */
export const sampleEntries = (db: Reader) =>
  db
    .select({ id: planEntries.id })
    .from(planEntries)
    .innerJoin(activities, and(eq(activities.id, planEntries.activityId), eq(activities.isSample, true)));

/** Ids of the sample accounts. */
export const samplePeople = (db: Reader) => db.select({ id: users.id }).from(users).where(eq(users.isSample, true));

/** Updates of real entries that sample accounts wrote. */
export const sampleUpdatesOfReal = (db: Reader): SQL | undefined =>
  and(eq(updates.isSample, true), notInArray(updates.entryId, sampleEntries(db)));

/** Decisions on real entries that sample accounts recorded. */
export const sampleDecisionsOfReal = (db: Reader): SQL | undefined =>
  and(inArray(decisions.recordedBy, samplePeople(db)), notInArray(decisions.entryId, sampleEntries(db)));

export type TouchedEntry = {
  entryId: number;
  code: string;
  titleEn: string | null;
  titleLo: string | null;
  /**
   * The last version not written by a sample account, to which the entry is restored; null if it is
   * the current one.
   */
  backTo: number | null;
  /**
   * True if a real person wrote after a sample account. Their changes cannot be separated, so a
   * person has to check the entry.
   */
  isMixed: boolean;
};

/** Real entries that sample accounts have changed, ordered by id. */
export async function readTouched(db: Reader): Promise<TouchedEntry[]> {
  const bySample = sql<boolean>`${entryVersions.recordedBy} in ${samplePeople(db)}`;
  const rows = await db
    .select({
      entryId: planEntries.id,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      firstSample: sql<number>`(min(${entryVersions.id}) filter (where ${bySample}))::int`,
      lastSample: sql<number>`(max(${entryVersions.id}) filter (where ${bySample}))::int`,
      lastReal: sql<number | null>`(max(${entryVersions.id}) filter (where (${bySample}) is not true))::int`,
    })
    .from(entryVersions)
    .innerJoin(planEntries, eq(planEntries.id, entryVersions.entryId))
    .innerJoin(activities, and(eq(activities.id, planEntries.activityId), eq(activities.isSample, false)))
    .groupBy(planEntries.id, activities.id)
    .having(sql`bool_or(${bySample})`)
    .orderBy(planEntries.id);
  return rows.map(({ firstSample, lastSample, lastReal, ...entry }) => ({
    ...entry,
    backTo: lastReal !== null && lastReal < lastSample ? lastReal : null,
    isMixed: lastReal === null || lastReal > firstSample,
  }));
}

/** The snapshot stored with a version. */
export async function readSnapshot(db: Reader, versionId: number): Promise<unknown> {
  const [row] = await db
    .select({ snapshot: entryVersions.snapshot })
    .from(entryVersions)
    .where(eq(entryVersions.id, versionId))
    .orderBy(desc(entryVersions.id))
    .limit(1);
  return row?.snapshot ?? null;
}

/** Versions of sample entries that real people wrote. */
export const peoplesVersions = (db: Reader): SQL | undefined =>
  and(
    inArray(entryVersions.entryId, sampleEntries(db)),
    isNotNull(entryVersions.recordedBy),
    notInArray(entryVersions.recordedBy, samplePeople(db)),
  );
