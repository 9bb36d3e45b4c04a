import "server-only";
import { z } from "zod";
import { sessionSecret } from "@/server/auth/auth";
import { closeSession } from "@/server/auth/sessions";
import { defineCommand } from "@/server/define";

/**
 * Signs the person out by deleting the session's row, which also invalidates every copy of its
 * cookie.
 */
export const endSession = defineCommand({
  name: "account.signOut",
  permission: "account.update",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const secret = await sessionSecret();
    const endedSessions = secret ? await closeSession(tx, secret) : [];
    return { result: null, audit: { subject: "users", subjectId: actor.userId }, endedSessions };
  },
});
