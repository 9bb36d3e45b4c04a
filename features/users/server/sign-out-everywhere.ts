import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/users";
import { defineCommand } from "@/server/define";
import { endAccess } from "./parts/access";

/**
 * Ends all of one's own sessions, on every device, this one too, and with them one's keys and
 * calendar addresses.
 */
export const signOutEverywhere = defineCommand({
  name: "account.signOutEverywhere",
  permission: "account.update",
  input: z.object({}),
  run: async ({ tx, actor, context }) => {
    const userId = actor.userId ?? 0;
    const access = await endAccess(tx, userId, "all", context.now);
    const ended = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });
    const after = { sessionsEnded: ended.length, ...access };
    return { result: null, audit: { subject: "users", subjectId: actor.userId, after } };
  },
});
