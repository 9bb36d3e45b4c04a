import "server-only";
import { asc, desc, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { bodies, partners } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { masterplans, outcomes, periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { defineQuery } from "@/server/define";

/** The choices of an activity's forms, each with both names. */
export const listFormChoices = defineQuery({
  name: "activity.listChoices",
  permission: "reference.read",
  input: z.object({}),
  run: async ({ db }) => {
    const [states, partnerRows, outcomeRows, plans, meetingRows] = await Promise.all([
      db
        .select({ id: memberStates.id, code: memberStates.code, en: memberStates.nameEn, lo: memberStates.nameLo })
        .from(memberStates)
        .orderBy(asc(memberStates.protocolOrder)),
      db
        .select({ id: partners.id, en: partners.nameEn, lo: partners.nameLo })
        .from(partners)
        .orderBy(asc(partners.nameEn)),
      db
        .select({
          id: outcomes.id,
          ordinal: outcomes.ordinal,
          en: outcomes.nameEn,
          lo: outcomes.nameLo,
          masterplan: masterplans.code,
        })
        .from(outcomes)
        .innerJoin(masterplans, eq(masterplans.id, outcomes.masterplanId))
        .orderBy(asc(outcomes.id)),
      db
        .select({ id: workPlans.id, en: workPlans.titleEn, lo: workPlans.titleLo })
        .from(workPlans)
        .innerJoin(periods, eq(periods.id, workPlans.periodId))
        .where(ne(workPlans.state, "closed"))
        .orderBy(desc(periods.startsOn), asc(workPlans.id)),
      db
        .select({
          id: meetings.id,
          code: meetings.code,
          en: meetings.titleEn,
          lo: meetings.titleLo,
          body: bodies.code,
          lastOn: meetings.lastOn,
          state: meetings.state,
        })
        .from(meetings)
        .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
        .orderBy(desc(meetings.lastOn), desc(meetings.id)),
    ]);
    return { states, partners: partnerRows, outcomes: outcomeRows, plans, meetings: meetingRows };
  },
});

export type FormChoices = Awaited<ReturnType<typeof listFormChoices>>;
