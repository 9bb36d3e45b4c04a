import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { closeSessionsOf } from "@/server/sessions";
import { UserIdInput } from "../schema";

/** Ends every session of a person, by an administrator: a lost computer, a colleague who has left. */
export const endAllSessions = defineCommand({
  name: "user.endSessions",
  permission: "user.update",
  input: UserIdInput,
  load: async ({ tx, input }) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, input.userId));
    if (!user) throw new AppError("NOT_FOUND");
    return user;
  },
  run: async ({ tx, row: user }) => {
    const endedSessions = await closeSessionsOf(tx, user.id);
    const audit = { subject: "users", subjectId: user.id, after: { sessionsEnded: endedSessions.length } };
    return { result: { userId: user.id }, audit: endedSessions.length > 0 ? audit : null, endedSessions };
  },
});
