import "server-only";
import { and, desc, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { folded } from "@/db/schema/folded";
import { instruments } from "@/db/schema/instruments";
import { meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { foldText, foldUnspaced } from "@/domain/fold-text";
import { keptPieces } from "@/domain/near-words";
import type { Actor } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";

/** So many of each table are compared letter by letter, those first that share the most with it. */
const limit = 150;
/** Of activities, of which there may be many, so many are ranked; the newest. */
const rankedLimit = 1_500;

/** True if a piece of the typed words stands in the text, which is quick to find. */
function sharesPiece(text: SQL, typed: string): SQL | undefined {
  const words = [foldUnspaced(typed), ...foldText(typed).split(" ")].filter((word) => word.length > 3);
  const pieces = new Set(words.flatMap(keptPieces));
  return or(...[...pieces].map((piece) => sql`${text} like ${`%${piece.replace(/[\\%_]/g, "\\$&")}%`}`));
}

const nearFirst = (text: SQL, typed: string) => desc(sql`word_similarity(${foldText(typed)}, ${text})`);

/** Titles and names that the actor may see and that may contain the words in another spelling. */
export async function nearTitles(db: Database, actor: Actor, typed: string): Promise<string[]> {
  if (sharesPiece(folded.activity, typed) === undefined) return [];
  const seen = exists(
    db
      .select({ one: sql`1` })
      .from(planEntries)
      .where(and(eq(planEntries.activityId, activities.id), visibleEntries(db, actor))),
  );
  const newest = db
    .select({ id: activities.id })
    .from(activities)
    .where(and(sharesPiece(folded.activity, typed), seen))
    .orderBy(desc(activities.id))
    .limit(rankedLimit);
  const rows = await Promise.all([
    db
      .select({ code: activities.code, en: activities.titleEn, lo: activities.titleLo })
      .from(activities)
      .where(inArray(activities.id, newest))
      .orderBy(nearFirst(folded.activity, typed), activities.id)
      .limit(limit),
    db
      .select({ code: meetings.code, en: meetings.titleEn, lo: meetings.titleLo })
      .from(meetings)
      .where(sharesPiece(folded.meeting, typed))
      .orderBy(nearFirst(folded.meeting, typed), meetings.id)
      .limit(limit),
    db
      .select({ code: partners.code, en: partners.nameEn, lo: partners.nameLo })
      .from(partners)
      .where(sharesPiece(folded.partner, typed)),
    db
      .select({ code: sql<null>`null`, en: instruments.nameEn, lo: instruments.nameLo })
      .from(instruments)
      .where(sharesPiece(folded.instrument, typed))
      .orderBy(nearFirst(folded.instrument, typed), instruments.id)
      .limit(limit),
    db
      .select({ code: sql<null>`null`, en: workPlans.titleEn, lo: workPlans.titleLo })
      .from(workPlans)
      .where(sharesPiece(folded.plan, typed))
      .orderBy(nearFirst(folded.plan, typed), workPlans.id)
      .limit(limit),
  ]);
  return rows.flat().flatMap(({ code, en, lo }) => [code, en, lo].filter((text) => text !== null));
}
