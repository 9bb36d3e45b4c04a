import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/milestones";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { FeedIdInput } from "../schema";

/**
 * Revokes the address of the actor's own calendar immediately.
 * @throws AppError NOT_FOUND if it is revoked already, or belongs to somebody else
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
