import "server-only";
import { eq } from "drizzle-orm";
import { sessions, users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
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
    const ended = await tx.delete(sessions).where(eq(sessions.userId, user.id)).returning({ id: sessions.id });
    const audit = { subject: "users", subjectId: user.id, after: { sessionsEnded: ended.length } };
    return { result: { userId: user.id }, audit: ended.length > 0 ? audit : null };
  },
});
