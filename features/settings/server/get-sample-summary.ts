import "server-only";
import { and, count, countDistinct, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { auditLog } from "@/db/schema/audit-log";
import { decisions } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { sessions, users } from "@/db/schema/users";
import { deniedAction } from "@/server/auth/denied-acts";
import { defineQuery } from "@/server/define";
import { type Attached, countAttached, countOnReal, countPeoples } from "./lib/sample-attached";
import {
  peoplesVersions,
  readTouched,
  sampleActivities,
  sampleDecisionsOfReal,
  sampleEntries,
  samplePeople,
  sampleUpdatesOfReal,
  type TouchedEntry,
} from "./lib/sample-rows";

export type SampleSummary = {
  /** Numbers of rows that will be removed. */
  activities: number;
  entries: number;
  updates: number;
  decisions: number;
  files: number;
  comments: number;
  deadlines: number;
  accounts: number;
  sessions: number;
  /** What real people wrote on sample rows; it is removed with them. */
  fromPeople: Attached & { updates: number; decisions: number; entries: number; names: string[] };
  /** What sample accounts wrote on real entries. */
  onReal: Attached & { updates: number; decisions: number; entries: Omit<TouchedEntry, "backTo">[] };
  /** Real entries that were carried over from a sample entry: they stay but lose the link. */
  carried: { entryId: number; code: string; titleEn: string | null; titleLo: string | null }[];
  /** Other rows that sample accounts have changed, by subject of the audit log: they stay. */
  others: { subject: string; count: number }[];
  /** True if the actor may remove the sample; sample accounts may not. */
  can: { remove: boolean };
};

/** Content of the sample and its links to real data, to be read before it is removed. */
export const getSampleSummary = defineQuery({
  name: "sample.summary",
  permission: "sample.remove",
  input: z.object({}),
  run: async ({ db, actor }): Promise<SampleSummary> => {
    const touched = await readTouched(db);
    return {
      ...(await readCounts(db)),
      fromPeople: await readFromPeople(db),
      onReal: {
        updates: await db.$count(updates, sampleUpdatesOfReal(db)),
        decisions: await db.$count(decisions, sampleDecisionsOfReal(db)),
        ...(await countOnReal(db)),
        entries: touched.map(({ backTo: _version, ...entry }) => entry),
      },
      carried: await readCarried(db),
      others: await readOthers(db),
      can: { remove: !actor.isSample },
    };
  },
});

async function readCounts(db: Database) {
  const entries = sampleEntries(db);
  return {
    activities: await db.$count(activities, eq(activities.isSample, true)),
    entries: await db.$count(planEntries, inArray(planEntries.activityId, sampleActivities(db))),
    updates: await db.$count(updates, inArray(updates.entryId, entries)),
    decisions: await db.$count(decisions, inArray(decisions.entryId, entries)),
    ...(await countAttached(db)),
    accounts: await db.$count(users, eq(users.isSample, true)),
    sessions: await db.$count(sessions, inArray(sessions.userId, samplePeople(db))),
  };
}

async function readFromPeople(db: Database): Promise<SampleSummary["fromPeople"]> {
  const [changed] = await db
    .select({
      entries: countDistinct(entryVersions.entryId),
      names: sql<string[]>`coalesce(array_agg(distinct ${entryVersions.recordedByName}), '{}')`,
    })
    .from(entryVersions)
    .where(peoplesVersions(db));
  const entries = sampleEntries(db);
  return {
    updates: await db.$count(updates, and(eq(updates.isSample, false), inArray(updates.entryId, entries))),
    decisions: await db.$count(
      decisions,
      and(inArray(decisions.entryId, entries), notInArray(decisions.recordedBy, samplePeople(db))),
    ),
    ...(await countPeoples(db)),
    entries: changed?.entries ?? 0,
    names: changed?.names ?? [],
  };
}

function readCarried(db: Database): Promise<SampleSummary["carried"]> {
  return db
    .select({
      entryId: planEntries.id,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
    })
    .from(planEntries)
    .innerJoin(activities, and(eq(activities.id, planEntries.activityId), eq(activities.isSample, false)))
    .where(inArray(planEntries.carriedFromId, sampleEntries(db)))
    .orderBy(planEntries.id);
}

/**
 * Entries are listed separately and accounts are removed; all other changes by sample accounts
 * stay.
 */
function readOthers(db: Database): Promise<SampleSummary["others"]> {
  return db
    .select({ subject: auditLog.subject, count: count() })
    .from(auditLog)
    .where(
      and(
        inArray(auditLog.actorId, samplePeople(db)),
        ne(auditLog.action, deniedAction),
        notInArray(auditLog.subject, [
          "plan_entries",
          "entry_states",
          "activities",
          "evidence",
          "comments",
          "milestones",
        ]),
        sql`not (${auditLog.subject} = 'users' and ${auditLog.subjectId} in ${samplePeople(db)})`,
      ),
    )
    .groupBy(auditLog.subject)
    .orderBy(auditLog.subject);
}
