import "server-only";
import { asc, desc } from "drizzle-orm";
import { z } from "zod";
import { partners } from "@/db/schema/bodies";
import { masterplans, periods } from "@/db/schema/periods";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { notOver } from "@/server/register/not-over";

/** The choices of a new plan's form, for those who may create one. */
export const listPlanChoices = defineQuery({
  name: "plan.listChoices",
  permission: "plan.create",
  input: z.object({}),
  run: async ({ db, context }) => {
    const [periodRows, partnerRows, masterplanRows] = await Promise.all([
      db
        .select({ id: periods.id, en: periods.nameEn, lo: periods.nameLo })
        .from(periods)
        .orderBy(desc(periods.startsOn)),
      db
        .select({ id: partners.id, en: partners.nameEn, lo: partners.nameLo })
        .from(partners)
        .where(notOver(partners.validTo, today(context)))
        .orderBy(asc(partners.nameEn)),
      db
        .select({ id: masterplans.id, en: masterplans.nameEn, lo: masterplans.nameLo })
        .from(masterplans)
        .orderBy(desc(masterplans.startsOn)),
    ]);
    return { periods: periodRows, partners: partnerRows, masterplans: masterplanRows };
  },
});
