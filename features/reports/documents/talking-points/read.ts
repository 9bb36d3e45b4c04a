import "server-only";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { instruments } from "@/db/schema/instruments";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { citations, sources } from "@/db/schema/sources";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { visibility } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { isOver } from "@/domain/validity";
import { readEntries } from "@/features/reports/read/read-entries";
import { readJointMeetings } from "@/features/reports/read/read-meeting";
import type { ReportSource } from "@/features/reports/report-data";
import { today } from "@/server/context";
import { ofPartner } from "@/server/register/of-partner";
import { published, visibleEntries } from "@/server/scope";
import type { DocumentScope } from "../define-document";
import type { talkingPointsAddress } from "./address";
import type { TalkedEntries, TalkedInstrument, TalkingData } from "./compose";

/** More rows than fit on the page; the surplus is cut when the page is composed. */
const limit = 12;

/**
 * Reads the talking points for a session with a partner, with the entries that the actor may see.
 * @throws AppError NOT_FOUND for an unknown partner
 */
export async function readTalking({ db, actor, input, context }: DocumentScope<typeof talkingPointsAddress>) {
  const { id, code, nameEn: en, nameLo: lo } = partners;
  const [partner] = await db.select({ id, code, en, lo }).from(partners).where(eq(id, input.id));
  if (!partner) throw new AppError("NOT_FOUND");
  const day = today(context);
  const [instrumentRows, past, present, met] = await Promise.all([
    readInstruments(db, partner.id, day),
    readTalked(db, actor, ofPartner(db, partner.id), sql`${periods.endsOn} < ${day}`),
    readTalked(db, actor, ofPartner(db, partner.id), sql`${periods.endsOn} >= ${day}`),
    readJointMeetings(db, partner.id, day),
  ]);
  const data: TalkingData = {
    partner: { en: partner.en, lo: partner.lo },
    instruments: instrumentRows,
    past,
    present,
    ...met,
    isPartial: visibility(actor).kind === "state",
  };
  return { data, chosen: { partner } };
}

/**
 * Up to a page of entries, the latest period first, with the number of all and of completed ones.
 */
async function readTalked(db: Database, actor: Actor, ofIt: SQL | undefined, when: SQL): Promise<TalkedEntries> {
  const chosen = await db
    .select({
      id: planEntries.id,
      planId: planEntries.workPlanId,
      total: sql<number>`count(*) over ()::int`,
      completed: sql<number>`(count(*) filter (where ${planEntries.status} = 'completed') over ())::int`,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(and(visibleEntries(db, actor), published(db), ofIt, when))
    .orderBy(desc(periods.startsOn), asc(activities.code), asc(planEntries.id))
    .limit(limit);
  const ids = chosen.map((row) => row.id);
  const plans = [...new Set(chosen.map((row) => row.planId))];
  const rows = ids.length === 0 ? [] : await readEntries(db, actor, plans, inArray(planEntries.id, ids));
  const [first] = chosen;
  return {
    shown: ids.flatMap((wanted) => rows.find((row) => row.id === wanted) ?? []),
    total: first?.total ?? 0,
    completed: first?.completed ?? 0,
  };
}

/**
 * Instruments in force before those that have ended, the latest first in each group, with their
 * sources.
 */
async function readInstruments(db: Database, partnerId: number, day: string): Promise<TalkedInstrument[]> {
  const rows = await db
    .select()
    .from(instruments)
    .where(eq(instruments.partnerId, partnerId))
    .orderBy(
      sql`coalesce(${instruments.validTo} < ${day}, false)`,
      sql`coalesce(${instruments.validFrom}, ${instruments.validTo}) desc nulls first`,
      desc(instruments.id),
    );
  const cited = await readSources(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    names: { en: row.nameEn, lo: row.nameLo, loIsTranslation: row.loIsTranslation },
    kind: row.kind,
    state: row.state,
    isSample: row.isSample,
    isOver: isOver(row, day),
    validFrom: row.validFrom,
    fromPrecision: row.fromPrecision,
    validTo: row.validTo,
    toPrecision: row.toPrecision,
    sources: cited.filter(({ subjectId }) => subjectId === row.id),
  }));
}

async function readSources(db: Database, ids: number[]): Promise<(ReportSource & { subjectId: number })[]> {
  if (ids.length === 0) return [];
  const { title, publisher, publishedOn, language } = sources;
  return db
    .selectDistinct({ subjectId: citations.subjectId, title, publisher, publishedOn, language })
    .from(citations)
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(and(eq(citations.subject, "instruments"), inArray(citations.subjectId, ids)))
    .orderBy(asc(title));
}
