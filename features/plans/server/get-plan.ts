import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { masterplans, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { citations, sources } from "@/db/schema/sources";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import type { PriorityKind, PriorityState } from "@/domain/vocabulary";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { readOfficialCounts, readRegisterCounts, sumCounts } from "@/server/register/plan-counts";
import { planLines, visibleEntries } from "@/server/scope";

type Priority = { kind: PriorityKind; state: PriorityState };

/** An entry of the plan. `id` is null if the reader may know of the entry but not open it. */
export type PlanLine = Awaited<ReturnType<typeof readLines>>[number];

/**
 * The plan's entries that the actor sees; for a focal point also the others, without id, code and
 * status.
 */
async function readLines(db: Database, actor: Actor, planId: number) {
  const seen = visibleEntries(db, actor);
  const rows = await db
    .select({
      id: planEntries.id,
      isOpen: seen ? sql<boolean>`(${seen})` : sql<boolean>`true`,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      isSample: activities.isSample,
      stage: planEntries.stage,
      status: planEntries.status,
      counted: planEntries.counted,
      wasApproved: planEntries.wasApproved,
      wasSubmitted: planEntries.wasSubmitted,
      stateCode: memberStates.code,
      leadEn: sql<string | null>`coalesce(${memberStates.nameEn}, ${partners.nameEn})`,
      leadLo: sql<string | null>`coalesce(${memberStates.nameLo}, ${partners.nameLo})`,
      priorities: sql<Priority[]>`(
        select coalesce(json_agg(json_build_object('kind', priority.kind, 'state', priority.state) order by priority.id), '[]')
        from entry_priorities priority where priority.entry_id = ${planEntries.id})`,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .leftJoin(entryParties, and(eq(entryParties.entryId, planEntries.id), eq(entryParties.role, "proponent")))
    .leftJoin(memberStates, eq(memberStates.id, entryParties.memberStateId))
    .leftJoin(partners, eq(partners.id, entryParties.partnerId))
    .where(and(eq(planEntries.workPlanId, planId), planLines(db, actor)))
    .orderBy(asc(activities.code), asc(planEntries.id));
  return rows.map(({ isOpen, ...line }) =>
    isOpen ? line : { ...line, id: null, code: null, status: null, priorities: [] },
  );
}

/** @throws AppError NOT_FOUND */
export const getPlan = defineQuery({
  name: "plan.get",
  permission: "plan.read",
  input: z.object({ planId: rowId }),
  run: async ({ db, actor, input: { planId } }) => {
    const [plan] = await db
      .select({
        id: workPlans.id,
        version: workPlans.version,
        framework: workPlans.framework,
        state: workPlans.state,
        en: workPlans.titleEn,
        lo: workPlans.titleLo,
        isFrame: workPlans.isFrame,
        periodEn: periods.nameEn,
        periodLo: periods.nameLo,
        startsOn: periods.startsOn,
        endsOn: periods.endsOn,
        partnerId: workPlans.partnerId,
        masterplanEn: masterplans.nameEn,
        masterplanLo: masterplans.nameLo,
      })
      .from(workPlans)
      .innerJoin(periods, eq(periods.id, workPlans.periodId))
      .leftJoin(masterplans, eq(masterplans.id, workPlans.masterplanId))
      .where(eq(workPlans.id, planId));
    if (!plan) throw new AppError("NOT_FOUND");
    const { title, publisher, publishedOn, address, language } = sources;
    const [lines, registered, official, cited] = await Promise.all([
      readLines(db, actor, planId),
      readRegisterCounts(db, planLines(db, actor), [planId]),
      readOfficialCounts(db, [planId]),
      db
        .selectDistinct({ title, publisher, publishedOn, address, language })
        .from(citations)
        .innerJoin(sources, eq(sources.id, citations.sourceId))
        .where(and(eq(citations.subject, "work_plans"), eq(citations.subjectId, planId))),
    ]);
    return {
      plan,
      lines,
      register: sumCounts(registered),
      byState: registered,
      official,
      sources: cited,
      can: {
        addActivity: plan.state !== "closed" && can(actor, "activity.create"),
        enterDecided: plan.state !== "closed" && can(actor, "activity.enterDecided"),
        edit: plan.state !== "closed" && can(actor, "plan.update"),
        carryOver: plan.state !== "closed" && can(actor, "plan.settle"),
        close: plan.state !== "closed" && can(actor, "plan.close"),
        reopen: plan.state === "closed" && can(actor, "plan.close"),
      },
    };
  },
});

export type PlanPage = Awaited<ReturnType<typeof getPlan>>;
