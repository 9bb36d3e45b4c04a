import "server-only";
import { eq, sql } from "drizzle-orm";
import { oneTimeLinks, users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { hashPassword, refuseWeakPassword } from "@/server/auth/passwords";
import { closeSessionsOf } from "@/server/auth/sessions";
import { defineCommand } from "@/server/define";
import { AcceptLinkInput } from "../schema";
import { countAccess } from "./lib/access";
import { findLink } from "./lib/one-time-link";

/**
 * Sets a password through a one-time link. The link is used up; the person's other links and all
 * sessions end. Runs for people who are not signed in (`visitorContext`): the link is the
 * authorisation.
 * @throws AppError LINK_INVALID for an unknown, used or expired link alike, TOO_MANY_ATTEMPTS;
 *   PASSWORD_TOO_SHORT, PASSWORD_TOO_COMMON, PASSWORDS_DIFFER, none of which uses the link up
 */
export const acceptLink = defineCommand({
  name: "account.acceptLink",
  permission: "account.update",
  input: AcceptLinkInput,
  secret: { door: "link", target: ({ input }) => input.token },
  run: async ({ tx, input, context }) => {
    const found = await findLink(tx, input.token);
    if (!found) throw new AppError("LINK_INVALID");
    // Lock order: the person, then the link, as when an account is disabled. The link is read
    // again, because it may have been used meanwhile.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, found.userId)).for("no key update");
    const link = await findLink(tx, input.token);
    if (!link) throw new AppError("LINK_INVALID");
    refuseWeakPassword(input.password);
    const passwordHash = await hashPassword(input.password);
    await tx
      .update(users)
      .set({ passwordHash, version: sql`${users.version} + 1`, updatedAt: context.now })
      .where(eq(users.id, link.userId));
    await tx.update(oneTimeLinks).set({ usedAt: context.now }).where(eq(oneTimeLinks.userId, link.userId));
    await closeSessionsOf(tx, link.userId);
    // Keys and calendar addresses do not depend on the password, so the person is asked about them
    // after the sign-in.
    const hasAccess = (await countAccess(tx, link.userId)) > 0;
    return { result: { email: link.email, hasAccess }, audit: { subject: "users", subjectId: link.userId } };
  },
});
