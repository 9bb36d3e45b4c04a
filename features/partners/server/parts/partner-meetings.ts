import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { agendaEntries, agendaItems, decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Actor } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";

const { id, code, titleEn, titleLo, placeEn, placeLo, firstOn, firstPrecision, lastOn, lastPrecision } = meetings;
const columns = { id, code, titleEn, titleLo, placeEn, placeLo, firstOn, firstPrecision, lastOn, lastPrecision };

export type PartnerMeeting = Awaited<ReturnType<typeof readPartnerMeetings>>[number];

/** Neither closed nor past; a meeting without a day may still come. */
const isToCome = (day: string): SQL =>
  and(ne(meetings.state, "closed"), or(isNull(meetings.lastOn), sql`${meetings.lastOn} >= ${day}`)) ?? sql`false`;

/** The next joint meeting of each partner that has one, by the partner's id. @param day `YYYY-MM-DD` */
export async function nextMeetings(db: Database, day: string) {
  const rows = await db
    .selectDistinctOn([meetings.partnerId], { ...columns, partnerId: meetings.partnerId })
    .from(meetings)
    .where(and(isNotNull(meetings.partnerId), isToCome(day)))
    .orderBy(asc(meetings.partnerId), sql`${meetings.lastOn} asc nulls last`, asc(meetings.id));
  return new Map(rows.map(({ partnerId, ...meeting }) => [partnerId, meeting]));
}

/**
 * Meetings with the partner, and those that heard of an entry of its plans which the actor sees: the latest first.
 * @param partnerId its own meetings are marked as joint
 */
export async function readPartnerMeetings(db: Database, actor: Actor, partnerId: number, day: string) {
  const ofPartner = and(eq(workPlans.partnerId, partnerId), visibleEntries(db, actor));
  const heard = db
    .select({ id: decisions.meetingId })
    .from(decisions)
    .innerJoin(planEntries, eq(planEntries.id, decisions.entryId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .where(and(ofPartner, isNotNull(decisions.appliedAt)))
    .union(
      db
        .select({ id: agendaItems.meetingId })
        .from(agendaEntries)
        .innerJoin(agendaItems, eq(agendaItems.id, agendaEntries.itemId))
        .innerJoin(planEntries, eq(planEntries.id, agendaEntries.entryId))
        .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
        .where(ofPartner),
    )
    .as("heard");
  return db
    .select({
      ...columns,
      isJoint: sql<boolean>`coalesce(${meetings.partnerId} = ${partnerId}, false)`,
      isToCome: sql<boolean>`${isToCome(day)}`,
    })
    .from(meetings)
    .leftJoin(heard, eq(heard.id, meetings.id))
    .where(or(eq(meetings.partnerId, partnerId), isNotNull(heard.id)))
    .orderBy(sql`${meetings.lastOn} desc nulls first`, desc(meetings.id))
    .limit(50);
}
