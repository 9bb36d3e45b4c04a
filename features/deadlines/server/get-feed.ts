import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { calendarFeeds } from "@/db/schema/milestones";
import { defineQuery } from "@/server/define";

/** What the form of the person's own calendar address shows of it; null if there is none. */
export const getFeed = defineQuery({
  name: "calendar.get",
  permission: "calendar.read",
  input: z.object({}),
  run: async ({ db, actor }) => {
    const { id, locale } = calendarFeeds;
    const [feed = null] = await db
      .select({ id, locale })
      .from(calendarFeeds)
      .where(and(eq(calendarFeeds.userId, actor.userId ?? 0), isNull(calendarFeeds.revokedAt)));
    return feed;
  },
});

export type Feed = Awaited<ReturnType<typeof getFeed>>;
