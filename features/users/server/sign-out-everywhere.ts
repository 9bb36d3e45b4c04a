import "server-only";
import { z } from "zod";
import { defineCommand } from "@/server/define";
import { closeSessionsOf } from "@/server/sessions";

/** Ends all of one's own sessions, on every device, this one too. */
export const signOutEverywhere = defineCommand({
  name: "account.signOutEverywhere",
  permission: "account.update",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const endedSessions = await closeSessionsOf(tx, actor.userId ?? 0);
    const after = { sessionsEnded: endedSessions.length };
    return { result: null, audit: { subject: "users", subjectId: actor.userId, after }, endedSessions };
  },
});
