import "server-only";
import { and, asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { comments } from "@/db/schema/comments";
import { folded } from "@/db/schema/folded";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { updates } from "@/db/schema/updates";
import { workPlans } from "@/db/schema/work-plans";
import { isDesk } from "@/domain/roles";
import { matchesWords } from "@/server/matches-words";
import { shownComments } from "@/server/register/shown-comments";
import { shownUpdates } from "@/server/register/shown-updates";
import { visibleEntries } from "@/server/scope";
import { excerptBeside, type Found, totalOf, type Wanted } from "./hit";

/** The title is not what was found, so the excerpt always is. */
const nothing = { code: null, title: { en: null, lo: null } };

/** Conditions for what the actor may read of an entry's story, and in which the words occur. */
function conditionsOf({ db, actor, typed }: Wanted) {
  return {
    update: and(shownUpdates(db, actor), matchesWords(folded.update, typed)),
    comment: and(shownComments(actor), matchesWords(folded.comment, typed)),
    entry: or(matchesWords(folded.entry, typed), isDesk(actor.role) ? matchesWords(folded.remark, typed) : undefined),
  };
}

/** Entries by what was reported, remarked and said of them. */
export async function findRemarks(wanted: Wanted): Promise<Found> {
  const { db, actor, limit, offset } = wanted;
  const conditions = conditionsOf(wanted);
  // A union, because no index serves one condition on several tables.
  const found = db
    .select({ id: planEntries.id })
    .from(planEntries)
    .where(conditions.entry)
    .union(
      db
        .select({ id: planEntries.id })
        .from(updates)
        .innerJoin(planEntries, eq(planEntries.id, updates.entryId))
        .where(conditions.update),
    )
    .union(db.select({ id: comments.entryId }).from(comments).where(conditions.comment));
  const rows = await db
    .select({
      total: sql<number>`count(*) over ()::int`,
      id: planEntries.id,
      code: activities.code,
      en: activities.titleEn,
      lo: activities.titleLo,
      planEn: workPlans.titleEn,
      planLo: workPlans.titleLo,
      reason: planEntries.scheduleReason,
      settled: planEntries.settledReason,
      fund: planEntries.fund,
      remark: planEntries.internalRemark,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(and(visibleEntries(db, actor), inArray(planEntries.id, found)))
    .orderBy(desc(periods.startsOn), asc(activities.code), asc(planEntries.id))
    .limit(limit)
    .offset(offset);
  const told = await readTexts(
    wanted,
    conditions,
    rows.map(({ id }) => id),
  );
  const hits = rows.map(({ id, code, en, lo, planEn, planLo, reason, settled, fund, remark }) => {
    const own = [reason, settled, fund, isDesk(actor.role) ? remark : null];
    return {
      id,
      code,
      title: { en, lo },
      of: { en: planEn, lo: planLo },
      excerpt: excerptBeside(nothing, [...own, ...(told.get(id) ?? [])], wanted),
    };
  });
  return { total: totalOf(rows), hits };
}

type Conditions = { update: SQL | undefined; comment: SQL | undefined };

/** The texts in which the words were found, latest first, by entry. */
async function readTexts({ db }: Wanted, { update, comment }: Conditions, ids: readonly number[]) {
  const told = new Map<number, (string | null)[]>();
  if (ids.length === 0) return told;
  const add = (id: number, texts: readonly (string | null)[]) => told.set(id, [...(told.get(id) ?? []), ...texts]);
  const reported = await db
    .select({ update: updates })
    .from(updates)
    .innerJoin(planEntries, eq(planEntries.id, updates.entryId))
    .where(and(inArray(updates.entryId, [...ids]), update))
    .orderBy(desc(updates.reportedOn), desc(updates.id));
  for (const { update: one } of reported) {
    const { textEn, textLo, scheduleReason, issues, nextSteps, decisionSought } = one;
    add(one.entryId, [textEn, textLo, scheduleReason, issues, nextSteps, decisionSought]);
  }
  const said = await db
    .select({ entryId: comments.entryId, text: comments.text })
    .from(comments)
    .where(and(inArray(comments.entryId, [...ids]), comment))
    .orderBy(desc(comments.id));
  for (const { entryId, text } of said) add(entryId, [text]);
  return told;
}
