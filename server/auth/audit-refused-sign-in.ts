import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { isStorable } from "@/domain/lao-text";
import { writeAudit } from "../audit";
import type { Context } from "../context";
import { shortHash } from "./secret-door";

/**
 * Audits a refused sign-in: account and address, never the password. For an unknown e-mail address
 * only a short hash is stored, because people type other things into that field, passwords
 * included. The hash shows whether it was the same text again.
 */
export async function auditRefusedSignIn(visitor: Context, account: string, userId: number | null): Promise<void> {
  const after = userId === null ? { unknownAccount: shortHash(account) } : null;
  const change = { subject: "users", subjectId: userId, after };
  await visitor.db.transaction((tx) => writeAudit(tx, visitor, "login_failed", change));
}

/** The id of the account with this address; null if there is none. */
export async function accountId({ db }: Context, account: string): Promise<number | null> {
  if (!isStorable(account)) return null;
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.email})`, account));
  return user?.id ?? null;
}
