import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { hashPassword, refuseWeakPassword } from "@/server/auth/passwords";
import { presentDoor, provenAccount } from "@/server/auth/present-password";
import { closeSessionsOf } from "@/server/auth/sessions";
import { defineCommand } from "@/server/define";
import { ChangePasswordInput } from "../schema";
import { endLinksOf } from "./lib/one-time-link";

/**
 * Changes one's own password. Every session of the person ends, including this one; the caller
 * signs in again with a new secret.
 * @returns the e-mail address to sign in with
 * @throws AppError PASSWORD_WRONG on the field `present`, TOO_MANY_ATTEMPTS; PASSWORD_TOO_SHORT,
 *   PASSWORD_TOO_COMMON, PASSWORDS_DIFFER; SAMPLE_ACCOUNT, because its password is shared
 */
export const changePassword = defineCommand({
  name: "account.changePassword",
  permission: "account.update",
  input: ChangePasswordInput,
  secret: presentDoor,
  run: async ({ tx, actor, input, context }) => {
    if (actor.isSample) throw new AppError("SAMPLE_ACCOUNT");
    const user = await provenAccount(tx, actor, input.present);
    refuseWeakPassword(input.password);
    const passwordHash = await hashPassword(input.password);
    await tx
      .update(users)
      .set({ passwordHash, version: sql`${users.version} + 1`, updatedAt: context.now })
      .where(eq(users.id, user.id));
    await endLinksOf(tx, user.id);
    const endedSessions = await closeSessionsOf(tx, user.id);
    return { result: { email: user.email }, audit: { subject: "users", subjectId: user.id }, endedSessions };
  },
});
