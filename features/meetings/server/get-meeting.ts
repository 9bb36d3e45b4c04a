import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { bodies, partners } from "@/db/schema/bodies";
import { decisions, meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { citations, sources } from "@/db/schema/sources";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { visibleEntries } from "@/server/scope";

const host = alias(memberStates, "host");
const chair = alias(memberStates, "chair");

/** What the meeting said of the entries that the actor sees, in the order of its agenda. */
function readDecisions(db: Database, actor: Actor, meetingId: number) {
  return db
    .select({
      id: decisions.id,
      agendaNo: decisions.agendaNo,
      verbPrinted: decisions.verbPrinted,
      outcome: decisions.outcome,
      stageFrom: decisions.stageFrom,
      stageTo: decisions.stageTo,
      textEn: decisions.textEn,
      textLo: decisions.textLo,
      reference: decisions.reference,
      entryId: planEntries.id,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      isSample: activities.isSample,
      planEn: workPlans.titleEn,
      planLo: workPlans.titleLo,
    })
    .from(decisions)
    .innerJoin(planEntries, eq(planEntries.id, decisions.entryId))
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .where(and(eq(decisions.meetingId, meetingId), visibleEntries(db, actor)))
    .orderBy(asc(decisions.agendaNo), asc(activities.code), asc(decisions.id));
}

/**
 * A meeting with its days, places and people, and what it decided.
 * @throws AppError NOT_FOUND
 */
export const getMeeting = defineQuery({
  name: "meeting.get",
  permission: "meeting.read",
  input: z.object({ meetingId: rowId }),
  run: async ({ db, actor, input: { meetingId } }) => {
    const [row] = await db
      .select({ meeting: meetings, body: bodies, partner: partners, cycle: periods, host, chair })
      .from(meetings)
      .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
      .leftJoin(partners, eq(partners.id, meetings.partnerId))
      .leftJoin(periods, eq(periods.id, meetings.cycleId))
      .leftJoin(host, eq(host.id, meetings.hostStateId))
      .leftJoin(chair, eq(chair.id, meetings.chairStateId))
      .where(eq(meetings.id, meetingId));
    if (!row) throw new AppError("NOT_FOUND");
    const { title, publisher, publishedOn, address, language } = sources;
    const [decided, cited] = await Promise.all([
      readDecisions(db, actor, meetingId),
      db
        .selectDistinct({ title, publisher, publishedOn, address, language })
        .from(citations)
        .innerJoin(sources, eq(sources.id, citations.sourceId))
        .where(and(eq(citations.subject, "meetings"), eq(citations.subjectId, meetingId))),
    ]);
    const named = (state: { code: string; nameEn: string; nameLo: string | null } | null) =>
      state && { code: state.code, en: state.nameEn, lo: state.nameLo };
    const { meeting, body, cycle } = row;
    const { createdAt: _made, bodyId: _body, hostStateId: _host, chairStateId: _chair, ...told } = meeting;
    return {
      meeting: told,
      body: { code: body.code, en: body.nameEn, lo: body.nameLo },
      cycle: cycle && { code: cycle.code, en: cycle.nameEn, lo: cycle.nameLo },
      ...{ partner: named(row.partner), host: named(row.host), chair: named(row.chair) },
      decisions: decided,
      sources: cited,
    };
  },
});

export type MeetingPage = Awaited<ReturnType<typeof getMeeting>>;
