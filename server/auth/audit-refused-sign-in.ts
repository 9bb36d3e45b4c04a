import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { isStorable } from "@/domain/lao-text";
import { writeAudit } from "../audit";
import type { Context } from "../context";
import { shortHash } from "./secret-door";

/**
 * Writes down a sign-in that was refused: of which account, from where. Never the password; and of
 * an address that no account has only a short hash, because people type other things into that
 * field, passwords too. The hash shows that it was the same.
 */
export async function auditRefusedSignIn(visitor: Context, account: string, userId: number | null): Promise<void> {
  const after = userId === null ? { unknownAccount: shortHash(account) } : null;
  const change = { subject: "users", subjectId: userId, after };
  await visitor.db.transaction((tx) => writeAudit(tx, visitor, "login_failed", change));
}

/** The row of the account with this address; null where there is none. */
export async function accountId({ db }: Context, account: string): Promise<number | null> {
  if (!isStorable(account)) return null;
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.email})`, account));
  return user?.id ?? null;
}
