import "server-only";
import { sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { FirstAdminInput } from "../schema";
import { refuseUnlessFirst } from "./lib/first-day";
import { makeLink } from "./lib/one-time-link";

/**
 * Makes the first administrator, through the address that was printed at the start and only as long
 * as there is no account. Runs for people who are not signed in (`visitorContext`): the secret of
 * the address is the authorisation.
 * @returns the address at which the password is set
 * @throws AppError LINK_INVALID, TOO_MANY_ATTEMPTS
 */
export const addFirstAdmin = defineCommand({
  name: "user.addFirst",
  permission: "account.update",
  input: FirstAdminInput,
  secret: { door: "link", target: ({ input }) => input.token },
  run: async ({ tx, input: { token, name, email }, context }) => {
    // Two who open the address at once must not both become the first.
    await tx.execute(sql`lock table ${users} in share row exclusive mode`);
    await refuseUnlessFirst(tx, token);
    const [user] = await tx
      .insert(users)
      .values({ email, name, role: "admin", createdAt: context.now, updatedAt: context.now })
      .returning();
    if (!user) throw new AppError("INTERNAL");
    const { path } = await makeLink(tx, user, context.now);
    return {
      result: { path },
      audit: { subject: "users", subjectId: user.id, after: { email, name, role: "admin" } },
    };
  },
});
