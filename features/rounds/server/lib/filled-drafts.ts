import "server-only";
import { and, asc, desc, inArray, max, type SQLWrapper } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { planEntries } from "@/db/schema/plan-entries";
import type { roundDrafts } from "@/db/schema/round-drafts";
import { updates } from "@/db/schema/updates";
import { responsibleOf } from "@/domain/rounds";
import { hasWords, isOfEntry } from "@/server/register/standing-updates";
import { openForReporting } from "./open-for-reporting";
import { readOwners, readSpeaking } from "./read-owners";

type Reader = Database | Transaction;

/** Initial content of a draft. */
export type NewDraft = Omit<typeof roundDrafts.$inferInsert, "roundId">;

/**
 * A draft for each ongoing entry in these plans, filled with the state of the work and the text of
 * the last update.
 */
export async function filledDrafts(db: Reader, planIds: readonly number[]): Promise<NewDraft[]> {
  const chosen = and(inArray(planEntries.workPlanId, [...planIds]), openForReporting());
  const entries = await db
    .select({
      id: planEntries.id,
      status: planEntries.status,
      schedule: planEntries.schedule,
      scheduleReason: planEntries.scheduleReason,
      progress: planEntries.progress,
      isConfidential: planEntries.isConfidential,
    })
    .from(planEntries)
    .where(chosen)
    .orderBy(asc(planEntries.id));
  const of = db.select({ id: planEntries.id }).from(planEntries).where(chosen);
  const owners = await readOwners(db, of);
  const words = await readLastWords(db, of);
  const lastIds = await readLastIds(db, of);
  const speaking = await readSpeaking(db);
  return entries.map(({ id, isConfidential, ...work }) => {
    const {
      textEn = null,
      textLo = null,
      issues = null,
      nextSteps = null,
      decisionSought = null,
    } = words.get(id) ?? {};
    return {
      ...work,
      entryId: id,
      textEn,
      textLo,
      issues,
      nextSteps,
      decisionSought,
      // The desk reports on confidential entries.
      memberStateId: isConfidential ? null : responsibleOf(owners.get(id) ?? [], speaking),
      baseStatus: work.status,
      baseSchedule: work.schedule,
      baseScheduleReason: work.scheduleReason,
      baseProgress: work.progress,
      baseUpdateId: lastIds.get(id) ?? null,
    };
  });
}

/** The last update with words of each whole entry; updates of one state's share are not used. */
async function readLastWords(db: Reader, entries: SQLWrapper) {
  const rows = await db
    .selectDistinctOn([updates.entryId])
    .from(updates)
    .where(and(inArray(updates.entryId, entries), isOfEntry, hasWords))
    .orderBy(updates.entryId, desc(updates.id));
  return new Map(rows.map((row) => [row.entryId, row]));
}

/** The last update of each whole entry, with words or without: what the reporter has seen. */
async function readLastIds(db: Reader, entries: SQLWrapper) {
  const rows = await db
    .select({ entryId: updates.entryId, id: max(updates.id) })
    .from(updates)
    .where(and(inArray(updates.entryId, entries), isOfEntry))
    .groupBy(updates.entryId);
  return new Map(rows.map(({ entryId, id }) => [entryId, id]));
}
