import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { rounds } from "@/db/schema/rounds";
import { can } from "@/domain/permissions";
import { isDesk } from "@/domain/roles";
import { defineQuery } from "@/server/define";
import { visibleDrafts } from "./lib/visible-drafts";
import { waiting } from "./lib/waiting";

/**
 * Number of drafts in open rounds that wait for the person: submitted ones for heads, those of the
 * desk for officers, those of the state for focal points. Shown in the navigation of every page.
 */
export const countWaiting = defineQuery({
  name: "round.countWaiting",
  permission: "round.read",
  input: z.object({}),
  run: async ({ db, actor }): Promise<number> => {
    if (actor.looksBack) return 0;
    const own = isDesk(actor.role) ? and(waiting(), isNull(roundDrafts.memberStateId)) : waiting();
    const mine = can(actor, "round.accept") ? eq(roundDrafts.state, "submitted") : own;
    const [row] = await db
      .select({ waiting: count() })
      .from(roundDrafts)
      .innerJoin(rounds, eq(rounds.id, roundDrafts.roundId))
      .innerJoin(planEntries, eq(planEntries.id, roundDrafts.entryId))
      .where(and(eq(rounds.state, "open"), mine, visibleDrafts(db, actor)));
    return row?.waiting ?? 0;
  },
});
