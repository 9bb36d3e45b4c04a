import "server-only";
import { and, desc, eq, or, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { folded } from "@/db/schema/folded";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { matchesWords } from "@/server/matches-words";
import { shownDecisions } from "@/server/register/shown-decisions";
import { excerptBeside, type Found, totalOf, type Wanted } from "./hit";

/** Decisions by their own words, and by the activity that they are about. */
export async function findDecisions(wanted: Wanted): Promise<Found> {
  const { db, actor, typed, limit, offset } = wanted;
  const rows = await db
    .select({
      total: sql<number>`count(*) over ()::int`,
      meetingId: meetings.id,
      meetingEn: meetings.titleEn,
      meetingLo: meetings.titleLo,
      code: activities.code,
      en: activities.titleEn,
      lo: activities.titleLo,
      decision: decisions,
    })
    .from(decisions)
    .innerJoin(planEntries, eq(planEntries.id, decisions.entryId))
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(
      and(shownDecisions(db, actor), or(matchesWords(folded.decision, typed), matchesWords(folded.activity, typed))),
    )
    .orderBy(sql`${meetings.lastOn} desc nulls last`, desc(decisions.id))
    .limit(limit)
    .offset(offset);
  const hits = rows.map(({ meetingId, meetingEn, meetingLo, code, en, lo, decision }) => {
    const { verbPrinted, textEn, textLo, reference } = decision;
    const excerpt = excerptBeside({ code, title: { en, lo } }, [textEn, textLo, verbPrinted, reference], wanted);
    return {
      id: meetingId,
      code,
      title: { en, lo },
      of: { en: meetingEn, lo: meetingLo },
      excerpt: excerpt ?? verbPrinted,
    };
  });
  return { total: totalOf(rows), hits };
}
