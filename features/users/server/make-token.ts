import "server-only";
import { apiTokens } from "@/db/schema/api";
import { AppError } from "@/domain/errors";
import { tokenPrefix } from "@/server/api/token";
import { defineCommand } from "@/server/define";
import { hashSecret, newSecret } from "@/server/sessions";
import { MakeTokenInput } from "../schema";

const dayLength = 24 * 60 * 60 * 1000;

/** Makes a key with which a program acts in one's own name. @returns the secret, told once and kept nowhere */
export const makeToken = defineCommand({
  name: "token.make",
  permission: "token.write",
  input: MakeTokenInput,
  run: async ({ tx, actor, input: { name, scope, days }, context }) => {
    if (actor.userId === null) throw new AppError("FORBIDDEN");
    const secret = tokenPrefix + newSecret();
    const expiresAt = new Date(context.now.getTime() + days * dayLength);
    const [token] = await tx
      .insert(apiTokens)
      .values({ userId: actor.userId, name, scope, secretHash: hashSecret(secret), createdAt: context.now, expiresAt })
      .returning({ id: apiTokens.id });
    const audit = { subject: "api_tokens", subjectId: token?.id ?? null, after: { name, scope, expiresAt } };
    return { result: { secret, expiresAt }, audit };
  },
});
