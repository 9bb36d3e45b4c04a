import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/milestones";
import { presentDoor, provenAccount } from "@/server/auth/present-password";
import { hashSecret, newSecret } from "@/server/auth/sessions";
import { defineCommand } from "@/server/define";
import { MakeFeedInput } from "../schema";

/**
 * Makes the private address of one's own calendar; an earlier one ends with it.
 * @returns its path, told once and kept nowhere
 * @throws AppError PASSWORD_WRONG on the field `present`, TOO_MANY_ATTEMPTS
 */
export const makeFeed = defineCommand({
  name: "calendar.make",
  permission: "calendar.write",
  input: MakeFeedInput,
  secret: presentDoor,
  run: async ({ tx, actor, input: { locale, present }, context }) => {
    // Locked: of two presses at once one waits for the other, and one address is left.
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
