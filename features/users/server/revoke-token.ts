import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { apiTokens } from "@/db/schema/api";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { TokenIdInput } from "../schema";

/**
 * Ends one of one's own keys immediately.
 * @throws AppError NOT_FOUND if it is revoked already or belongs to another person
 */
export const revokeToken = defineCommand({
  name: "token.revoke",
  permission: "token.write",
  input: TokenIdInput,
  run: async ({ tx, actor, input, context }) => {
    const [token] = await tx
      .update(apiTokens)
      .set({ revokedAt: context.now })
      .where(and(eq(apiTokens.id, input.tokenId), eq(apiTokens.userId, actor.userId ?? 0), isNull(apiTokens.revokedAt)))
      .returning({ name: apiTokens.name });
    if (!token) throw new AppError("NOT_FOUND");
    return { result: null, audit: { subject: "api_tokens", subjectId: input.tokenId, before: { name: token.name } } };
  },
});
