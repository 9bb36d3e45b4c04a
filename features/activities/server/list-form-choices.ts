import "server-only";
import { asc, desc, eq, gt, inArray, isNull, ne, or } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { activityOutcomes } from "@/db/schema/activities";
import { bodies, partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { masterplans, outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { notOver } from "@/server/register/not-over";

/**
 * The choices of an activity's forms, each with both names. `offeredTo` leaves out what has ended,
 * except what this entry has already (0 for a new one): saving its form must not lose it.
 */
export const listFormChoices = defineQuery({
  name: "activity.listChoices",
  permission: "reference.read",
  input: z.object({ offeredTo: z.coerce.number().int().nonnegative().nullable().default(null) }),
  run: async ({ db, context, input: { offeredTo } }) => {
    const offered = offeredTo === null ? null : offeredOn(db, today(context), offeredTo);
    const [states, partnerRows, outcomeRows, plans, meetingRows] = await Promise.all([
      db
        .select({ id: memberStates.id, code: memberStates.code, en: memberStates.nameEn, lo: memberStates.nameLo })
        .from(memberStates)
        .where(offered?.state)
        .orderBy(asc(memberStates.protocolOrder)),
      db
        .select({ id: partners.id, en: partners.nameEn, lo: partners.nameLo })
        .from(partners)
        .where(offered?.partner)
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
        .where(offered?.outcome)
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

/** Conditions for the rows that a form offers: the entry's own, and those that have not ended. */
function offeredOn(db: Database, day: string, entryId: number) {
  const parties = db
    .select({ id: entryParties.memberStateId })
    .from(entryParties)
    .where(eq(entryParties.entryId, entryId));
  const funders = db.select({ id: entryParties.partnerId }).from(entryParties).where(eq(entryParties.entryId, entryId));
  const served = db
    .select({ id: activityOutcomes.outcomeId })
    .from(activityOutcomes)
    .innerJoin(planEntries, eq(planEntries.activityId, activityOutcomes.activityId))
    .where(eq(planEntries.id, entryId));
  const { leftOn } = memberStates;
  return {
    state: or(isNull(leftOn), gt(leftOn, day), inArray(memberStates.id, parties)),
    partner: or(notOver(partners.validTo, day), inArray(partners.id, funders)),
    outcome: or(notOver(outcomes.validTo, day), inArray(outcomes.id, served)),
  };
}

export type FormChoices = Awaited<ReturnType<typeof listFormChoices>>;
