import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { partners } from "@/db/schema/bodies";
import { masterplans, periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { readOfficialCounts, readRegisterCounts, sumCounts } from "@/server/register/plan-counts";
import { planLines } from "@/server/scope";

/** All work plans, newest period first, with the official counts beside the register's numbers. */
export const listPlans = defineQuery({
  name: "plan.list",
  permission: "plan.read",
  input: z.object({}),
  run: async ({ db, actor }) => {
    const [plans, registered, official] = await Promise.all([
      db
        .select({
          id: workPlans.id,
          framework: workPlans.framework,
          state: workPlans.state,
          en: workPlans.titleEn,
          lo: workPlans.titleLo,
          isFrame: workPlans.isFrame,
          periodEn: periods.nameEn,
          periodLo: periods.nameLo,
          partnerEn: partners.nameEn,
          partnerLo: partners.nameLo,
          masterplan: masterplans.code,
        })
        .from(workPlans)
        .innerJoin(periods, eq(periods.id, workPlans.periodId))
        .leftJoin(partners, eq(partners.id, workPlans.partnerId))
        .leftJoin(masterplans, eq(masterplans.id, workPlans.masterplanId))
        .orderBy(asc(workPlans.framework), desc(periods.startsOn), asc(sql`${partners.nameEn}`), asc(workPlans.id)),
      readRegisterCounts(db, planLines(db, actor)),
      readOfficialCounts(db),
    ]);
    return {
      plans: plans.map((plan) => ({
        ...plan,
        register: sumCounts(registered.filter((row) => row.planId === plan.id)),
        official: official.filter((row) => row.planId === plan.id && row.memberStateId === null),
      })),
      can: { create: can(actor, "plan.create") },
    };
  },
});
