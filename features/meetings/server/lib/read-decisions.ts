import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { agendaItems, decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Actor } from "@/domain/roles";
import { shownDecisions } from "@/server/register/shown-decisions";
import { agendaOrder } from "./agenda-order";
import { isLatestDecision } from "./overtaken";

/**
 * The meeting's decisions on entries that the actor may see, in agenda order. Pending decisions are
 * shown to the desk only.
 */
export function readDecisions(db: Database, actor: Actor, meetingId: number) {
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
      correctsId: decisions.correctsId,
      isPending: sql<boolean>`${decisions.appliedAt} is null`,
      isLatest: isLatestDecision,
      entryId: planEntries.id,
      entryVersion: planEntries.version,
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
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .leftJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .where(and(eq(decisions.meetingId, meetingId), shownDecisions(db, actor)))
    .orderBy(...agendaOrder, asc(decisions.agendaNo), asc(activities.code), asc(decisions.id));
}
