import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { UserIdInput } from "../schema";
import { makeLink } from "./lib/one-time-link";

/**
 * Creates a new one-time link, for a forgotten password or an expired invitation. Earlier links
 * end; the current password stays valid.
 */
export const renewLink = defineCommand({
  name: "user.renewLink",
  permission: "user.update",
  input: UserIdInput,
  load: async ({ tx, input }) => {
    const [user] = await tx.select().from(users).where(eq(users.id, input.userId)).for("no key update");
    if (!user) throw new AppError("NOT_FOUND");
    return user;
  },
  run: async ({ tx, row: user, context }) => {
    const link = await makeLink(tx, user, context.now);
    return {
      result: { userId: user.id, email: user.email, ...link },
      audit: { subject: "users", subjectId: user.id, after: { linkExpiresAt: link.expiresAt } },
    };
  },
});
