import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { folded } from "@/db/schema/folded";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { matchesWords } from "@/server/matches-words";
import { type Found, totalOf, type Wanted } from "./hit";

/** Work plans by title. */
export async function findPlans({ db, typed, limit, offset }: Wanted): Promise<Found> {
  const rows = await db
    .select({
      total: sql<number>`count(*) over ()::int`,
      id: workPlans.id,
      en: workPlans.titleEn,
      lo: workPlans.titleLo,
      periodEn: periods.nameEn,
      periodLo: periods.nameLo,
    })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(matchesWords(folded.plan, typed))
    .orderBy(desc(periods.startsOn), asc(workPlans.titleEn), asc(workPlans.id))
    .limit(limit)
    .offset(offset);
  const hits = rows.map(({ id, en, lo, periodEn, periodLo }) => ({
    id,
    code: null,
    title: { en, lo },
    of: { en: periodEn, lo: periodLo },
    excerpt: null,
  }));
  return { total: totalOf(rows), hits };
}
