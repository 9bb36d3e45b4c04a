import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { bodies, partners } from "@/db/schema/bodies";
import { decisions, meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { citations, sources } from "@/db/schema/sources";
import { type FormerWords, updates } from "@/db/schema/updates";
import { workPlans } from "@/db/schema/work-plans";
import type { DecisionOutcome, Schedule, Stage, Status } from "@/domain/lifecycle";
import type { Actor } from "@/domain/roles";
import { correctableUntil, whyUpdateStands } from "@/domain/taking-back";
import type { DayPrecision } from "@/domain/vocabulary";
import type { Context } from "@/server/context";
import { isStanding } from "@/server/register/standing-updates";
import { takingBack } from "@/server/register/taking-back";
import { visibleEntries } from "@/server/scope";
import { readSetting } from "@/server/settings";
import type { Named } from "./entry-parts";
import { isUsed } from "./own-updates";

export type DecisionLine = {
  id: number;
  meeting: { id: number; code: string; title: Named; lastOn: string | null; precision: DayPrecision; body: string };
  agendaNo: string | null;
  verbPrinted: string;
  outcome: DecisionOutcome;
  stageFrom: Stage | null;
  stageTo: Stage | null;
  textEn: string | null;
  textLo: string | null;
  reference: string | null;
  /** True until its meeting closes. */
  isPending: boolean;
  /** The earlier decision that this one corrects. */
  correctsId: number | null;
};

/**
 * The decisions of meetings on the entry, latest first.
 * @param withPending includes pending decisions, which only the desk may see
 */
export async function readDecisions(db: Database, entryId: number, withPending: boolean): Promise<DecisionLine[]> {
  const rows = await db
    .select({
      decision: decisions,
      meetingId: meetings.id,
      code: meetings.code,
      en: meetings.titleEn,
      lo: meetings.titleLo,
      lastOn: meetings.lastOn,
      precision: meetings.lastPrecision,
      body: bodies.code,
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(and(eq(decisions.entryId, entryId), withPending ? undefined : isNotNull(decisions.appliedAt)))
    .orderBy(desc(decisions.id));
  return rows.map(({ decision, meetingId, code, en, lo, lastOn, precision, body }) => {
    const { id, agendaNo, verbPrinted, outcome, stageFrom, stageTo, textEn, textLo, reference, correctsId } = decision;
    const meeting = { id: meetingId, code, title: { en, lo }, lastOn, precision, body };
    const isPending = decision.appliedAt === null;
    return {
      id,
      meeting,
      agendaNo,
      verbPrinted,
      outcome,
      stageFrom,
      stageTo,
      textEn,
      textLo,
      reference,
      correctsId,
      isPending,
    };
  });
}

export type UpdateLine = {
  id: number;
  reportedOn: string;
  authorName: string;
  state: string | null;
  status: Status | null;
  schedule: Schedule | null;
  scheduleReason: string | null;
  progress: number | null;
  textEn: string | null;
  textLo: string | null;
  issues: string | null;
  nextSteps: string | null;
  decisionSought: string | null;
  meeting: string | null;
  /** The reporting round in which it was accepted. */
  roundId: number | null;
  isSample: boolean;
  /** The words before each correction, the oldest first. */
  former: readonly FormerWords[];
  /** Until when the reader may correct it, if it is theirs and nobody has acted on it. */
  correctableUntil: Date | null;
};

/** Whose reports, and who reads them. */
type UpdatesWish = {
  entryId: number;
  /** If set, reports of other states on their own share are left out. */
  ownStateId: number | null;
  /** True if what is reported of the entry can still be changed. */
  isOpen: boolean;
};

/** Progress reports, latest first. */
export async function readUpdates(
  db: Database,
  { actor, now }: Context,
  { entryId, ownStateId, isOpen }: UpdatesWish,
): Promise<UpdateLine[]> {
  const { value } = await readSetting(db, takingBack);
  const when = { now, hours: value.hours };
  const rows = await db
    .select({ update: updates, state: memberStates.code, meeting: meetings.code, isUsed })
    .from(updates)
    .leftJoin(memberStates, eq(memberStates.id, updates.memberStateId))
    .leftJoin(meetings, eq(meetings.id, updates.meetingId))
    .where(
      and(
        eq(updates.entryId, entryId),
        isStanding,
        ownStateId === null ? undefined : or(isNull(updates.memberStateId), eq(updates.memberStateId, ownStateId)),
      ),
    )
    .orderBy(desc(updates.reportedOn), desc(updates.id))
    .limit(200);
  return rows.map(({ update, isUsed, state, meeting }) => {
    const {
      entryId: _entry,
      memberStateId: _state,
      meetingId: _meeting,
      authorId,
      recordedAt,
      takenBackAt: _takenBackAt,
      takenBackByName: _takenBackByName,
      ...fields
    } = update;
    const isMine =
      isOpen && !actor.looksBack && whyUpdateStands({ authorId, recordedAt, isUsed }, actor, when) === null;
    return { ...fields, state, meeting, correctableUntil: isMine ? correctableUntil(recordedAt, when.hours) : null };
  });
}

export type LineageLine = {
  id: number;
  /** True for the entry whose page is shown. */
  isThis: boolean;
  period: Named;
  partner: string | null;
  stage: Stage | null;
  status: Status | null;
  phase: number | null;
  /** The entry that it continues, and the one that continues it, if the reader may see them. */
  carriedFrom: Named | null;
  carriedTo: Named | null;
  mergedInto: { id: number; code: string } | null;
  settledReason: string | null;
};

/** The activity's entries that the actor may see, including this one, in the order of the years. */
export async function readLineage(
  db: Database,
  actor: Actor,
  entryId: number,
  activityId: number,
): Promise<LineageLine[]> {
  const rows = await db
    .select({
      id: planEntries.id,
      en: periods.nameEn,
      lo: periods.nameLo,
      partner: partners.code,
      stage: planEntries.stage,
      status: planEntries.status,
      phase: planEntries.phase,
      carriedFromId: planEntries.carriedFromId,
      mergedIntoId: planEntries.mergedIntoId,
      settledReason: planEntries.settledReason,
    })
    .from(planEntries)
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .leftJoin(partners, eq(partners.id, workPlans.partnerId))
    .where(and(eq(planEntries.activityId, activityId), visibleEntries(db, actor)))
    .orderBy(asc(periods.startsOn), asc(planEntries.id));
  const receivers = await readMergedInto(db, actor, rows);
  const named = (row: { en: string; lo: string | null } | undefined) => (row ? { en: row.en, lo: row.lo } : null);
  return rows.map(({ en, lo, carriedFromId, mergedIntoId, ...line }) => ({
    ...line,
    isThis: line.id === entryId,
    period: { en, lo },
    carriedFrom: named(rows.find(({ id }) => id === carriedFromId)),
    carriedTo: named(rows.find((later) => later.carriedFromId === line.id)),
    mergedInto: receivers.find(({ id }) => id === mergedIntoId) ?? null,
  }));
}

/** The entries into which these were merged, if the actor may see them. */
async function readMergedInto(db: Database, actor: Actor, rows: readonly { mergedIntoId: number | null }[]) {
  const ids = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  if (ids.length === 0) return [];
  return db
    .select({ id: planEntries.id, code: activities.code })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .where(and(inArray(planEntries.id, ids), visibleEntries(db, actor)));
}

export type SourceLine = {
  title: string;
  publisher: string | null;
  publishedOn: string | null;
  address: string | null;
  language: string;
};

/** The sources of the facts of this entry. */
export async function readSources(db: Database, entryId: number, activityId: number): Promise<SourceLine[]> {
  const { title, publisher, publishedOn, address, language } = sources;
  return db
    .selectDistinct({ title, publisher, publishedOn, address, language })
    .from(citations)
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(
      or(
        and(eq(citations.subject, "plan_entries"), eq(citations.subjectId, entryId)),
        and(eq(citations.subject, "activities"), eq(citations.subjectId, activityId)),
      ),
    )
    .orderBy(sources.title);
}
