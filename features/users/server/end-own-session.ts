import "server-only";
import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { SessionIdInput } from "../schema";

/**
 * Ends one of one's own sessions.
 * @throws AppError NOT_FOUND if it has ended already or belongs to another person
 */
export const endOwnSession = defineCommand({
  name: "account.endSession",
  permission: "account.update",
  input: SessionIdInput,
  run: async ({ tx, actor, input }) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, input.sessionId), eq(sessions.userId, actor.userId ?? 0)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw new AppError("NOT_FOUND");
    const audit = { subject: "users", subjectId: actor.userId, after: { sessionsEnded: 1 } };
    return { result: null, audit, endedSessions: ended.map(({ id }) => id) };
  },
});
