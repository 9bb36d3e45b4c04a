import "server-only";
import { z } from "zod";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { endAccess } from "./lib/access";

/**
 * Ends all of one's own keys and calendar addresses, which a stolen session may have created or
 * read.
 */
export const endOwnAccess = defineCommand({
  name: "account.endAccess",
  permission: "account.update",
  input: z.object({}),
  run: async ({ tx, actor: { userId }, context }) => {
    if (userId === null) throw new AppError("FORBIDDEN");
    const ended = await endAccess(tx, userId, "all", context.now);
    const isNone = ended.keysEnded + ended.calendarsEnded === 0;
    return { result: ended, audit: isNone ? null : { subject: "users", subjectId: userId, after: ended } };
  },
});
