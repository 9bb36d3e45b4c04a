import "server-only";
import { and, asc, desc, eq, inArray, ne, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { partners } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { rounds } from "@/db/schema/rounds";
import { workPlans } from "@/db/schema/work-plans";
import { comingStates } from "@/domain/meeting-state";
import { plansAskedBy } from "@/domain/rounds";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { openForReporting } from "./lib/open-for-reporting";

/**
 * Meetings for which a round can be opened, and plans with ongoing entries. Those that the chosen
 * meeting asks about are marked.
 */
export const listRoundChoices = defineQuery({
  name: "round.listChoices",
  permission: "round.open",
  input: z.object({ meetingId: rowId.nullable() }),
  run: async ({ db, input: { meetingId } }) => {
    const running = db
      .select({ one: sql`1` })
      .from(rounds)
      .where(and(eq(rounds.meetingId, meetings.id), eq(rounds.state, "open")));
    const found = await db
      .select({
        id: meetings.id,
        en: meetings.titleEn,
        lo: meetings.titleLo,
        partnerId: meetings.partnerId,
        startsOn: periods.startsOn,
        endsOn: periods.endsOn,
      })
      .from(meetings)
      .leftJoin(periods, eq(periods.id, meetings.cycleId))
      .where(and(inArray(meetings.state, [...comingStates]), notExists(running)))
      .orderBy(sql`${meetings.lastOn} desc nulls last`, desc(meetings.id));
    const chosen = found.find(({ id }) => id === meetingId) ?? null;
    const days = chosen && { startsOn: chosen.startsOn, endsOn: chosen.endsOn };
    const cycle = days && days.startsOn !== null && days.endsOn !== null ? (days as Days) : null;
    const plans = (await readPlans(db)).map(({ startsOn, endsOn, ...plan }) => ({
      ...plan,
      period: { startsOn, endsOn },
    }));
    const asked = chosen ? plansAskedBy({ partnerId: chosen.partnerId, cycle }, plans) : [];
    return {
      meetings: found.map(({ id, en, lo }) => ({ id, en, lo })),
      meetingId: chosen?.id ?? null,
      plans: plans.map((plan) => {
        const { id, en, lo, entries } = plan;
        return { id, en, lo, entries, isAsked: asked.includes(plan) };
      }),
    };
  },
});

type Days = { startsOn: string; endsOn: string };

/** Plans that are not closed, with the number of their ongoing entries; the newest first. */
function readPlans(db: Database) {
  return db
    .select({
      id: workPlans.id,
      en: workPlans.titleEn,
      lo: workPlans.titleLo,
      partnerId: partners.id,
      startsOn: periods.startsOn,
      endsOn: periods.endsOn,
      entries: sql<number>`count(*)::int`,
    })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .innerJoin(planEntries, and(eq(planEntries.workPlanId, workPlans.id), openForReporting()))
    .leftJoin(partners, eq(partners.id, workPlans.partnerId))
    .where(ne(workPlans.state, "closed"))
    .groupBy(workPlans.id, periods.id, partners.id)
    .orderBy(desc(periods.startsOn), asc(workPlans.id));
}

export type RoundChoices = Awaited<ReturnType<typeof listRoundChoices>>;
