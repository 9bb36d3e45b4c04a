import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/milestones";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { FeedIdInput } from "../schema";

/**
 * Ends the address of one's own calendar, at once. @throws AppError NOT_FOUND for one that is
 * revoked, or another person's
 */
export const revokeFeed = defineCommand({
  name: "calendar.revoke",
  permission: "calendar.write",
  input: FeedIdInput,
  run: async ({ tx, actor, input: { feedId }, context }) => {
    const own = and(
      eq(calendarFeeds.id, feedId),
      eq(calendarFeeds.userId, actor.userId ?? 0),
      isNull(calendarFeeds.revokedAt),
    );
    const [feed] = await tx
      .update(calendarFeeds)
      .set({ revokedAt: context.now })
      .where(own)
      .returning({ locale: calendarFeeds.locale });
    if (!feed) throw new AppError("NOT_FOUND");
    return { result: null, audit: { subject: "calendar_feeds", subjectId: feedId, before: { locale: feed.locale } } };
  },
});
