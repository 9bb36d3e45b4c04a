import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/milestones";
import { presentDoor, provenAccount } from "@/server/auth/present-password";
import { hashSecret, newSecret } from "@/server/auth/sessions";
import { defineCommand } from "@/server/define";
import { MakeFeedInput } from "../schema";

/**
 * Creates the private address of the actor's calendar and revokes the earlier one.
 * @returns its path, which is not stored and cannot be shown again
 * @throws AppError PASSWORD_WRONG on the field `present`, TOO_MANY_ATTEMPTS
 */
export const makeFeed = defineCommand({
  name: "calendar.make",
  permission: "calendar.write",
  input: MakeFeedInput,
  secret: presentDoor,
  run: async ({ tx, actor, input: { locale, present }, context }) => {
    // The account is locked, so that two simultaneous requests leave one address.
    const { id: userId } = await provenAccount(tx, actor, present);
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
