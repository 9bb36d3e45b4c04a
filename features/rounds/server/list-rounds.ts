import "server-only";
import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { rounds } from "@/db/schema/rounds";
import { can } from "@/domain/permissions";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { visibleDrafts } from "./lib/visible-drafts";
import { waiting } from "./lib/waiting";

/**
 * Rounds, the open ones first, each with the progress of the drafts that the actor may see.
 * @param meetingId only rounds of this meeting
 */
export const listRounds = defineQuery({
  name: "round.list",
  permission: "round.read",
  input: z.object({ meetingId: rowId.nullable().default(null) }),
  run: async ({ db, actor, input: { meetingId }, context }) => {
    const isOverdue = gt(sql`${today(context)}::date`, rounds.dueOn);
    // Also applied to the count; otherwise a meeting's page would count the drafts of all rounds.
    const isOfMeeting = meetingId === null ? undefined : eq(rounds.meetingId, meetingId);
    const asked =
      isOfMeeting && inArray(roundDrafts.roundId, db.select({ id: rounds.id }).from(rounds).where(isOfMeeting));
    const counts = db
      .select({
        roundId: roundDrafts.roundId,
        total: sql<number>`count(*)::int`.as("total"),
        open: sql<number>`(count(*) filter (where ${waiting()}))::int`.as("open"),
        submitted: sql<number>`(count(*) filter (where ${eq(roundDrafts.state, "submitted")}))::int`.as("submitted"),
        accepted: sql<number>`(count(*) filter (where ${eq(roundDrafts.state, "accepted")}))::int`.as("accepted"),
      })
      .from(roundDrafts)
      .innerJoin(planEntries, eq(planEntries.id, roundDrafts.entryId))
      .where(and(visibleDrafts(db, actor), asked))
      .groupBy(roundDrafts.roundId)
      .as("counts");
    const zero = (column: typeof counts.total | typeof counts.open) => sql<number>`coalesce(${column}, 0)`;
    const rows = await db
      .select({
        id: rounds.id,
        dueOn: rounds.dueOn,
        state: rounds.state,
        isSample: rounds.isSample,
        meetingId: meetings.id,
        titleEn: meetings.titleEn,
        titleLo: meetings.titleLo,
        total: zero(counts.total),
        open: zero(counts.open),
        submitted: zero(counts.submitted),
        accepted: zero(counts.accepted),
        isOverdue: and(eq(rounds.state, "open"), isOverdue)?.mapWith(Boolean) ?? sql<boolean>`false`,
      })
      .from(rounds)
      .innerJoin(meetings, eq(meetings.id, rounds.meetingId))
      .leftJoin(counts, eq(counts.roundId, rounds.id))
      .where(isOfMeeting)
      .orderBy(desc(rounds.state), desc(rounds.dueOn), desc(rounds.id))
      .limit(200);
    return { rounds: rows, can: { open: can(actor, "round.open") } };
  },
});

export type RoundRow = Awaited<ReturnType<typeof listRounds>>["rounds"][number];
