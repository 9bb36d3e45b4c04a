import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "@/db/schema/meetings";
import { defineQuery } from "@/server/define";

/** The meetings from which a deadline can be counted: the next first, closed ones last. */
export const listAnchors = defineQuery({
  name: "deadline.listAnchors",
  permission: "milestone.write",
  input: z.object({}),
  run: ({ db }) =>
    db
      .select({
        id: meetings.id,
        code: meetings.code,
        titleEn: meetings.titleEn,
        titleLo: meetings.titleLo,
        state: meetings.state,
        firstOn: meetings.firstOn,
        firstPrecision: meetings.firstPrecision,
        lastOn: meetings.lastOn,
        lastPrecision: meetings.lastPrecision,
      })
      .from(meetings)
      .orderBy(
        sql`${meetings.state} = 'closed'`,
        sql`case when ${meetings.state} = 'closed' then null else ${meetings.lastOn} end nulls last`,
        sql`${meetings.lastOn} desc nulls last`,
        meetings.id,
      ),
});

export type AnchorMeeting = Awaited<ReturnType<typeof listAnchors>>[number];
