import "server-only";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/users";
import { env } from "@/env";
import { defineQuery } from "@/server/define";
import { isLoopbackOnly } from "@/server/request/origins";

/**
 * Sample accounts on the sign-in page, with their password; empty unless the site is only reachable
 * over loopback.
 */
export const listSampleAccounts = defineQuery({
  name: "account.listSamples",
  permission: "reference.read",
  input: z.object({}),
  run: async ({ db }) => {
    const password = env().SAMPLE_PASSWORD;
    if (!password || !isLoopbackOnly()) return { password: null, accounts: [] };
    const accounts = await db
      .select({ email: users.email, role: users.role })
      .from(users)
      .where(and(eq(users.isSample, true), eq(users.isActive, true), isNotNull(users.passwordHash)))
      .orderBy(asc(users.id));
    return { password, accounts };
  },
});
