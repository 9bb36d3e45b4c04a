import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { bodies, partners } from "@/db/schema/bodies";
import { decisions, meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { shownDecisions } from "@/server/register/shown-decisions";

const host = alias(memberStates, "host");

/**
 * All meetings, by their latest possible day in descending order, those without a known day last in
 * their cycle.
 */
export const listMeetings = defineQuery({
  name: "meeting.list",
  permission: "meeting.read",
  input: z.object({}),
  run: async ({ db, actor }) => {
    const seen = db
      .select({ meetingId: decisions.meetingId, count: sql<number>`count(*)::int`.as("count") })
      .from(decisions)
      .innerJoin(planEntries, eq(planEntries.id, decisions.entryId))
      .where(shownDecisions(db, actor))
      .groupBy(decisions.meetingId)
      .as("seen");
    const rows = await db
      .select({
        id: meetings.id,
        code: meetings.code,
        titleEn: meetings.titleEn,
        titleLo: meetings.titleLo,
        body: bodies.code,
        partner: partners.code,
        cycleCode: periods.code,
        cycleEn: periods.nameEn,
        cycleLo: periods.nameLo,
        placeEn: meetings.placeEn,
        placeLo: meetings.placeLo,
        hostCode: host.code,
        hostEn: host.nameEn,
        hostLo: host.nameLo,
        state: meetings.state,
        firstOn: meetings.firstOn,
        firstPrecision: meetings.firstPrecision,
        lastOn: meetings.lastOn,
        lastPrecision: meetings.lastPrecision,
        /** The number of decisions that the meeting's page shows the actor. */
        decisions: sql<number>`coalesce(${seen.count}, 0)`,
      })
      .from(meetings)
      .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
      .leftJoin(partners, eq(partners.id, meetings.partnerId))
      .leftJoin(periods, eq(periods.id, meetings.cycleId))
      .leftJoin(host, eq(host.id, meetings.hostStateId))
      .leftJoin(seen, eq(seen.meetingId, meetings.id))
      .orderBy(sql`${periods.startsOn} desc nulls last`, sql`${meetings.lastOn} desc nulls last`, desc(meetings.id));
    return { meetings: rows, can: { create: can(actor, "meeting.create") } };
  },
});

export type MeetingRow = Awaited<ReturnType<typeof listMeetings>>["meetings"][number];
