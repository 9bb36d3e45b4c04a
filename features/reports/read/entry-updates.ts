import "server-only";
import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { updates } from "@/db/schema/updates";
import { hasWords, isOfEntry } from "@/server/register/standing-updates";
import type { EntryUpdate, SoughtDecision } from "../report-data";

/** The newest update with words of each whole entry; updates of one state's share do not count. */
export async function readUpdates(db: Database, entryIds: number[]): Promise<Map<number, EntryUpdate>> {
  const rows = await db
    .selectDistinctOn([updates.entryId])
    .from(updates)
    .where(and(inArray(updates.entryId, entryIds), isOfEntry, hasWords))
    .orderBy(asc(updates.entryId), desc(updates.reportedOn), desc(updates.id));
  return new Map(
    rows.map(({ entryId, reportedOn, textEn, textLo, issues, nextSteps, isSample }) => [
      entryId,
      { reportedOn, issues, nextSteps, isSample, text: { en: textEn, lo: textLo } },
    ]),
  );
}

/** Decisions that the updates of each entry seek from meetings, the newest first. */
export async function readSought(db: Database, entryIds: number[]): Promise<Map<number, SoughtDecision[]>> {
  const rows = await db
    .select({
      entryId: updates.entryId,
      text: updates.decisionSought,
      reportedOn: updates.reportedOn,
      meetingCode: meetings.code,
      isSample: updates.isSample,
    })
    .from(updates)
    .leftJoin(meetings, eq(meetings.id, updates.meetingId))
    .where(and(inArray(updates.entryId, entryIds), isOfEntry, isNotNull(updates.decisionSought)))
    .orderBy(desc(updates.reportedOn), desc(updates.id));
  const found = new Map<number, SoughtDecision[]>();
  for (const { entryId, text, ...rest } of rows) {
    if (text) found.set(entryId, [...(found.get(entryId) ?? []), { text, ...rest }]);
  }
  return found;
}
