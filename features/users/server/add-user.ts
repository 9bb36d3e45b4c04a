import "server-only";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { AddUserInput } from "../schema";
import { memberStateFor } from "./lib/member-state";
import { makeLink } from "./lib/one-time-link";

/**
 * Creates an account without a password, and a one-time link to set one, which is returned only
 * once.
 * @throws AppError ALREADY_EXISTS on `email`; see `memberStateFor`
 */
export const addUser = defineCommand({
  name: "user.add",
  permission: "user.create",
  input: AddUserInput,
  run: async ({ tx, input, context }) => {
    const memberStateId = await memberStateFor(tx, context, input);
    const { email, name, role } = input;
    const [user] = await tx
      .insert(users)
      .values({ email, name, role, memberStateId, createdAt: context.now, updatedAt: context.now })
      .onConflictDoNothing()
      .returning();
    if (!user) throw new AppError("ALREADY_EXISTS", { field: "email" });
    const link = await makeLink(tx, user, context.now);
    return {
      result: { userId: user.id, email: user.email, ...link },
      audit: { subject: "users", subjectId: user.id, after: { email, name, role, memberStateId } },
    };
  },
});
