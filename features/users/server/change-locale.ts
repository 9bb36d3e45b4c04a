import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { locales } from "@/domain/vocabulary";
import { defineCommand } from "@/server/define";

/** Saves the person's language in the profile, where the next sign-in on any device reads it. */
export const changeLocale = defineCommand({
  name: "account.changeLocale",
  permission: "account.update",
  input: z.object({ locale: z.enum(locales, { error: "UNKNOWN_CHOICE" }) }),
  run: async ({ tx, actor, input }) => {
    if (actor.userId === null) throw new AppError("FORBIDDEN");
    const [before] = await tx.select({ locale: users.locale }).from(users).where(eq(users.id, actor.userId));
    if (before?.locale === input.locale) return { result: null, audit: null };
    await tx.update(users).set({ locale: input.locale }).where(eq(users.id, actor.userId));
    return {
      result: null,
      audit: { subject: "users", subjectId: actor.userId, before, after: { locale: input.locale } },
    };
  },
});
