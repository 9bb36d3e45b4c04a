import "server-only";
import { and, asc, desc, eq, ne, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import { activities } from "@/db/schema/activities";
import { folded } from "@/db/schema/folded";
import { agendaEntries } from "@/db/schema/meetings";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { matchesWords } from "@/server/matches-words";
import { visibleEntries } from "@/server/scope";

/** The most entries that one form can send. */
const limit = 100;

/**
 * The open plans, newest first, and the entries of one of them that are not under this agenda item
 * yet.
 */
export const listAgendaChoices = defineQuery({
  name: "agenda.listChoices",
  permission: "agenda.update",
  input: z.object({ itemId: rowId.nullable(), planId: rowId.nullable(), q: z.string().max(200).default("") }),
  run: async ({ db, actor, input: { itemId, planId, q } }) => {
    const plans = await db
      .select({ id: workPlans.id, en: workPlans.titleEn, lo: workPlans.titleLo })
      .from(workPlans)
      .innerJoin(periods, eq(periods.id, workPlans.periodId))
      .where(ne(workPlans.state, "closed"))
      .orderBy(desc(periods.startsOn), asc(workPlans.id));
    const chosen = planId ?? plans[0]?.id ?? null;
    if (chosen === null || itemId === null) return { plans, planId: chosen, entries: [], isCut: false };
    const there = db
      .select({ one: sql`1` })
      .from(agendaEntries)
      .where(and(eq(agendaEntries.itemId, itemId), eq(agendaEntries.entryId, planEntries.id)));
    const entries = await db
      .select({
        id: planEntries.id,
        code: activities.code,
        titleEn: activities.titleEn,
        titleLo: activities.titleLo,
        isSample: activities.isSample,
        stage: planEntries.stage,
        status: planEntries.status,
      })
      .from(planEntries)
      .innerJoin(activities, eq(activities.id, planEntries.activityId))
      .where(
        and(
          eq(planEntries.workPlanId, chosen),
          notExists(there),
          matchesWords(folded.activity, q),
          visibleEntries(db, actor),
        ),
      )
      .orderBy(asc(activities.code), asc(planEntries.id))
      .limit(limit + 1);
    return { plans, planId: chosen, entries: entries.slice(0, limit), isCut: entries.length > limit };
  },
});

export type AgendaChoices = Awaited<ReturnType<typeof listAgendaChoices>>;
