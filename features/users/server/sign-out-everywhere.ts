import "server-only";
import { z } from "zod";
import { defineCommand } from "@/server/define";
import { closeSessionsOf } from "@/server/sessions";
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
    const endedSessions = await closeSessionsOf(tx, userId);
    const after = { sessionsEnded: endedSessions.length, ...access };
    return { result: null, audit: { subject: "users", subjectId: actor.userId, after }, endedSessions };
  },
});
