import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { writeAudit } from "./audit";
import type { Context } from "./context";

type Tried = { account: string; userId?: number | null };

/**
 * Writes down a sign-in that was refused: of which account, from where. Never the password; and of an address that no account
 * has only a short hash, because people type other things into that field, passwords too. The hash shows that it was the same.
 */
export async function auditRefusedSignIn(
  visitor: Context,
  action: "login_failed" | "user_throttled",
  { account, userId }: Tried,
): Promise<void> {
  const subjectId = userId === undefined ? await idOf(visitor, account) : userId;
  const after = subjectId === null ? { unknownAccount: shortHash(account) } : null;
  await visitor.db.transaction((tx) => writeAudit(tx, visitor, action, { subject: "users", subjectId, after }));
}

async function idOf({ db }: Context, account: string): Promise<number | null> {
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.email})`, account));
  return user?.id ?? null;
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);
