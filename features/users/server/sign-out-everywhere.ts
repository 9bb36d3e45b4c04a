import "server-only";
import { z } from "zod";
import { closeSessionsOf } from "@/server/auth/sessions";
import { defineCommand } from "@/server/define";
import { endAccess } from "./lib/access";

/**
 * Ends all of one's own sessions on every device, including this one, and one's keys and calendar
 * addresses.
 */
export const signOutEverywhere = defineCommand({
  name: "account.signOutEverywhere",
  permission: "account.update",
  input: z.object({}),
  run: async ({ tx, actor, context }) => {
    const userId = actor.userId ?? 0;
    const access = await endAccess(tx, userId, "all", context.now);
    const endedSessions = await closeSessionsOf(tx, userId);
    const after = { sessionsEnded: endedSessions.length, ...access };
    return { result: null, audit: { subject: "users", subjectId: actor.userId, after }, endedSessions };
  },
});
