import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { apiTokens } from "@/db/schema/api";
import { defineQuery } from "@/server/define";
import { daysLeft } from "./lib/access";

/** One's own keys that have not been revoked, the newest first. */
export const listTokens = defineQuery({
  name: "token.list",
  permission: "token.read",
  input: z.object({}),
  run: ({ db, actor }) =>
    db
      .select({
        id: apiTokens.id,
        name: apiTokens.name,
        scope: apiTokens.scope,
        expiresAt: apiTokens.expiresAt,
        daysLeft,
        lastUsedAt: apiTokens.lastUsedAt,
        lastUsedAddress: apiTokens.lastUsedAddress,
        hasEnded: sql<boolean>`${apiTokens.expiresAt} <= now()`,
      })
      .from(apiTokens)
      .where(and(eq(apiTokens.userId, actor.userId ?? 0), isNull(apiTokens.revokedAt)))
      .orderBy(desc(apiTokens.id)),
});

export type OwnToken = Awaited<ReturnType<typeof listTokens>>[number];
