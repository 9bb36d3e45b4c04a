import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { EndAccessInput } from "../schema";
import { type Chosen, endAccess } from "./lib/access";

/**
 * Ends one or all keys and calendar addresses of a person, by an administrator.
 * @throws AppError NOT_FOUND if it has ended already or belongs to another person
 */
export const endAccessOf = defineCommand({
  name: "user.endAccess",
  permission: "user.update",
  input: EndAccessInput,
  load: async ({ tx, input }) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, input.userId));
    if (!user) throw new AppError("NOT_FOUND");
    return user;
  },
  run: async ({ tx, row: user, input, context }) => {
    const ended = await endAccess(tx, user.id, input.what, context.now);
    const isNone = ended.keysEnded + ended.calendarsEnded === 0;
    if (isNone && input.what !== "all") throw new AppError("NOT_FOUND");
    return { result: { userId: user.id }, audit: isNone ? null : { ...subjectOf(input.what, user.id), after: ended } };
  },
});

function subjectOf(chosen: Chosen, userId: number) {
  if (chosen === "all") return { subject: "users", subjectId: userId };
  const subject = chosen.kind === "key" ? "api_tokens" : "calendar_feeds";
  return { subject, subjectId: chosen.id, before: { ownerId: userId } };
}
