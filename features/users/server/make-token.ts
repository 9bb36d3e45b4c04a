import "server-only";
import { apiTokens } from "@/db/schema/api";
import { tokenPrefix } from "@/server/auth/api-token";
import { presentDoor, provenAccount } from "@/server/auth/present-password";
import { hashSecret, newSecret } from "@/server/auth/sessions";
import { defineCommand } from "@/server/define";
import { MakeTokenInput } from "../schema";

const dayLength = 24 * 60 * 60 * 1000;

/**
 * Creates a key with which a program acts in one's own name.
 * @returns the secret, which is not stored and cannot be read again
 * @throws AppError PASSWORD_WRONG on the field `present`, TOO_MANY_ATTEMPTS
 */
export const makeToken = defineCommand({
  name: "token.make",
  permission: "token.write",
  input: MakeTokenInput,
  secret: presentDoor,
  run: async ({ tx, actor, input: { name, scope, days, present }, context }) => {
    const { id: userId } = await provenAccount(tx, actor, present);
    const secret = tokenPrefix + newSecret();
    const expiresAt = new Date(context.now.getTime() + days * dayLength);
    const [token] = await tx
      .insert(apiTokens)
      .values({ userId, name, scope, secretHash: hashSecret(secret), createdAt: context.now, expiresAt })
      .returning({ id: apiTokens.id });
    const audit = { subject: "api_tokens", subjectId: token?.id ?? null, after: { name, scope, expiresAt } };
    return { result: { secret, expiresAt }, audit };
  },
});
