import "server-only";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { can } from "@/domain/permissions";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { ownStateId } from "@/server/register/home-state";
import { referenceDates } from "@/server/register/reference-date";
import { isOpen, signalConditions } from "@/server/register/signals";
import { waitingSinceReport } from "@/server/register/waiting";
import { ownedBy, visibleEntries } from "@/server/scope";

/** The most rows; the link to the list leads to the rest. */
export const deskLimit = 40;

const waitingSince = waitingSinceReport(planEntries.lastReportedOn);
const isLate = sql<boolean>`coalesce((${signalConditions.late}), false)`;
const isSilent = sql<boolean>`coalesce((${signalConditions.silent}), false)`;

/**
 * The running work of the person's own state: late work first, then by how long it has had no
 * update. A row stands once, with the reasons why it is here.
 */
export const getMyDesk = defineQuery({
  name: "desk.get",
  permission: "entry.read",
  input: z.object({}),
  run: async ({ db, actor, context }) => {
    const stateId = await ownStateId(db, actor);
    // Counted to today also where the plan's period is over, because the work still waits.
    const waitingDays = sql<number>`(${today(context)}::date - ${waitingSince})::int`;
    if (stateId === null) return { lines: [], canReport: false };
    const lines = await db
      .select({
        id: planEntries.id,
        code: activities.code,
        titleEn: activities.titleEn,
        titleLo: activities.titleLo,
        isSample: activities.isSample,
        status: planEntries.status,
        schedule: planEntries.schedule,
        progress: planEntries.progress,
        plannedStartOn: planEntries.plannedStartOn,
        plannedEndOn: planEntries.plannedEndOn,
        lastReportedOn: planEntries.lastReportedOn,
        waitingDays,
        isLate,
        isSilent,
      })
      .from(planEntries)
      .innerJoin(activities, eq(activities.id, planEntries.activityId))
      .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
      .innerJoin(sql`${referenceDates(today(context))} r`, sql`r.period_id = ${workPlans.periodId}`)
      .where(and(isOpen, ne(workPlans.state, "closed"), ownedBy(db, stateId), visibleEntries(db, actor)))
      .orderBy(desc(isLate), desc(waitingDays), activities.code, planEntries.id)
      .limit(deskLimit);
    const canReport = can(actor, "entry.report", { ownerStateIds: [stateId], participantStateIds: [] });
    return { lines, canReport };
  },
});

export type DeskLine = Awaited<ReturnType<typeof getMyDesk>>["lines"][number];
