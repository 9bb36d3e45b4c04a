import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { partners } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { can, visibility } from "@/domain/permissions";
import { defineQuery } from "@/server/define";

/**
 * Choices of the report forms: states that the actor may report on, plans and meetings, the newest
 * first.
 */
export const listReportChoices = defineQuery({
  name: "report.listChoices",
  permission: "report.read",
  input: z.object({}),
  run: async ({ db, actor }) => {
    const scope = visibility(actor);
    const [states, plans, met] = await Promise.all([
      db
        .select({ code: memberStates.code, en: memberStates.nameEn, lo: memberStates.nameLo })
        .from(memberStates)
        .where(scope.kind === "state" ? eq(memberStates.id, scope.memberStateId) : undefined)
        .orderBy(asc(memberStates.protocolOrder)),
      db
        .select({
          id: workPlans.id,
          framework: workPlans.framework,
          en: workPlans.titleEn,
          lo: workPlans.titleLo,
          period: { code: periods.code, en: periods.nameEn, lo: periods.nameLo },
        })
        .from(workPlans)
        .innerJoin(periods, eq(periods.id, workPlans.periodId))
        .leftJoin(partners, eq(partners.id, workPlans.partnerId))
        .orderBy(asc(workPlans.framework), desc(periods.startsOn), asc(partners.nameEn), asc(workPlans.id)),
      db
        .select({ code: meetings.code, en: meetings.titleEn, lo: meetings.titleLo })
        .from(meetings)
        .orderBy(sql`${meetings.lastOn} desc nulls last`, desc(meetings.id)),
    ]);
    return { states, plans, meetings: met, can: { changeSettings: can(actor, "settings.update") } };
  },
});

export type ReportChoices = Awaited<ReturnType<typeof listReportChoices>>;
