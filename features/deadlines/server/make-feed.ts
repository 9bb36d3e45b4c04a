import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/milestones";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { hashSecret, newSecret } from "@/server/sessions";
import { MakeFeedInput } from "../schema";

/**
 * Makes the private address of one's own calendar; an earlier one ends with it.
 * @returns its path, told once and kept nowhere
 */
export const makeFeed = defineCommand({
  name: "calendar.make",
  permission: "calendar.write",
  input: MakeFeedInput,
  run: async ({ tx, actor: { userId }, input: { locale }, context }) => {
    if (userId === null) throw new AppError("FORBIDDEN");
    // Two presses at once wait for each other: one address is left.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
    await tx
      .update(calendarFeeds)
      .set({ revokedAt: context.now })
      .where(and(eq(calendarFeeds.userId, userId), isNull(calendarFeeds.revokedAt)));
    const secret = newSecret();
    const [feed] = await tx
      .insert(calendarFeeds)
      .values({ userId, locale, secretHash: hashSecret(secret), createdAt: context.now })
      .returning({ id: calendarFeeds.id });
    return {
      result: { path: `/calendar/${secret}.ics` },
      audit: { subject: "calendar_feeds", subjectId: feed?.id ?? null, after: { locale } },
    };
  },
});
