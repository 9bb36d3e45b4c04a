import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/users";
import { defineCommand } from "@/server/define";

/** Ends all of one's own sessions, on every device, this one too. */
export const signOutEverywhere = defineCommand({
  name: "account.signOutEverywhere",
  permission: "account.update",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const ended = await tx
      .delete(sessions)
      .where(eq(sessions.userId, actor.userId ?? 0))
      .returning({ id: sessions.id });
    const after = { sessionsEnded: ended.length };
    return { result: null, audit: { subject: "users", subjectId: actor.userId, after } };
  },
});
