import "server-only";
import { and, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { agendaEntries, agendaItems, decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Actor } from "@/domain/roles";
import { isToCome, meetingLine } from "@/server/register/coming-meetings";
import { ofPartner } from "@/server/register/of-partner";
import { visibleEntries } from "@/server/scope";

export type PartnerMeeting = Awaited<ReturnType<typeof readPartnerMeetings>>[number];

/**
 * Meetings with the partner, and those that discussed an entry of its plans or an entry to which it
 * is a party, if the actor may see the entry. Latest first.
 * @param partnerId its own meetings are marked as joint
 */
export async function readPartnerMeetings(db: Database, actor: Actor, partnerId: number, day: string) {
  const ofIt = and(ofPartner(db, partnerId), visibleEntries(db, actor));
  const heard = db
    .select({ id: decisions.meetingId })
    .from(decisions)
    .innerJoin(planEntries, eq(planEntries.id, decisions.entryId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .where(and(ofIt, isNotNull(decisions.appliedAt)))
    .union(
      db
        .select({ id: agendaItems.meetingId })
        .from(agendaEntries)
        .innerJoin(agendaItems, eq(agendaItems.id, agendaEntries.itemId))
        .innerJoin(planEntries, eq(planEntries.id, agendaEntries.entryId))
        .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
        .where(ofIt),
    )
    .as("heard");
  return db
    .select({
      ...meetingLine,
      isJoint: sql<boolean>`coalesce(${meetings.partnerId} = ${partnerId}, false)`,
      isToCome: isToCome(day),
    })
    .from(meetings)
    .leftJoin(heard, eq(heard.id, meetings.id))
    .where(or(eq(meetings.partnerId, partnerId), isNotNull(heard.id)))
    .orderBy(sql`${meetings.lastOn} desc nulls first`, desc(meetings.id))
    .limit(50);
}
