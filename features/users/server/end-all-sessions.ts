import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { closeSessionsOf } from "@/server/auth/sessions";
import { defineCommand } from "@/server/define";
import { UserIdInput } from "../schema";
import { endAccess } from "./lib/access";

/**
 * Ends every session, key and calendar address of a person, by an administrator, for instance after
 * the loss of a computer or when a colleague has left.
 */
export const endAllSessions = defineCommand({
  name: "user.endSessions",
  permission: "user.update",
  input: UserIdInput,
  load: async ({ tx, input }) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, input.userId));
    if (!user) throw new AppError("NOT_FOUND");
    return user;
  },
  run: async ({ tx, row: user, context }) => {
    const access = await endAccess(tx, user.id, "all", context.now);
    const endedSessions = await closeSessionsOf(tx, user.id);
    const counts = { sessionsEnded: endedSessions.length, ...access };
    const isNone = Object.values(counts).every((count) => count === 0);
    const audit = { subject: "users", subjectId: user.id, after: counts };
    return { result: { userId: user.id }, audit: isNone ? null : audit, endedSessions };
  },
});
