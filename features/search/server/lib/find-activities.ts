import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { folded } from "@/db/schema/folded";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { matchesWords } from "@/server/matches-words";
import { visibleEntries } from "@/server/scope";
import { excerptBeside, type Found, totalOf, type Wanted } from "./hit";

/** Entries by code, title and summary of their activity: those that the list finds. */
export async function findActivities(wanted: Wanted): Promise<Found> {
  const { db, actor, typed, limit, offset } = wanted;
  const rows = await db
    .select({
      total: sql<number>`count(*) over ()::int`,
      id: planEntries.id,
      code: activities.code,
      en: activities.titleEn,
      lo: activities.titleLo,
      summaryEn: activities.summaryEn,
      summaryLo: activities.summaryLo,
      planEn: workPlans.titleEn,
      planLo: workPlans.titleLo,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(and(visibleEntries(db, actor), matchesWords(folded.activity, typed)))
    .orderBy(
      desc(sql`lower(${activities.code}) = lower(${typed.trim()})`),
      desc(periods.startsOn),
      asc(activities.code),
      asc(planEntries.id),
    )
    .limit(limit)
    .offset(offset);
  const hits = rows.map(({ id, code, en, lo, planEn, planLo, summaryEn, summaryLo }) => ({
    id,
    code,
    title: { en, lo },
    of: { en: planEn, lo: planLo },
    excerpt: excerptBeside({ code, title: { en, lo } }, [summaryEn, summaryLo], wanted),
  }));
  return { total: totalOf(rows), hits };
}
