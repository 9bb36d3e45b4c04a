import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { cleanText, isStorable } from "@/domain/lao-text";
import type { Locale } from "@/domain/vocabulary";
import { writeAudit } from "../audit";
import { type Context, systemContext } from "../context";
import { fromDatabaseError } from "../database/database-error";
import { accountId, auditRefusedSignIn } from "./audit-refused-sign-in";
import { verifyPassword } from "./passwords";
import { passDoor } from "./secret-door";
import { forgetOldSessions, openSession } from "./sessions";

type Attempt = { email: string; password: string; address: string; userAgent: string | null; requestId?: string };

/**
 * Checks e-mail and password and opens a session. Unknown and disabled accounts and accounts
 * without password are refused like a wrong password, after the same work. Refusals are audited as
 * well.
 * @returns the session's secret
 * @throws AppError SIGN_IN_FAILED, TOO_MANY_ATTEMPTS (`minutes`) or UNAVAILABLE
 */
export async function verifySignIn({ email, password, address, userAgent, requestId }: Attempt): Promise<string> {
  const db = database();
  const account = cleanText(email).toLowerCase();
  const visitor = { ...systemContext(db, "sign-in"), address, ...(requestId && { requestId }) };
  const subjectId = () => accountId(visitor, account);
  try {
    const check = { visitor, account, password };
    const user = await passDoor("signIn", { context: visitor, target: account, subjectId }, () => rightUser(check));
    const context = { ...visitor, actor: { ...user, userId: user.id } };
    const secret = await db.transaction(async (tx) => {
      // The password may have been changed, or the account disabled, during the comparison.
      const asCompared = and(
        eq(users.id, user.id),
        eq(users.isActive, true),
        eq(users.passwordHash, user.passwordHash ?? ""),
      );
      const same = await tx
        .update(users)
        .set({ lastSignInAt: context.now })
        .where(asCompared)
        .returning({ id: users.id });
      if (same.length === 0) return null;
      await forgetOldSessions(tx);
      await writeAudit(tx, context, "account.signIn", { subject: "users", subjectId: user.id });
      return openSession(tx, user.id, { address, userAgent, now: context.now });
    });
    if (secret !== null) return secret;
    await auditRefusedSignIn(visitor, account, user.id);
    throw new AppError("SIGN_IN_FAILED");
  } catch (error) {
    throw fromDatabaseError(error);
  }
}

type Check = { visitor: Context; account: string; password: string };

/**
 * The account with this address and password.
 * @throws AppError SIGN_IN_FAILED, after auditing it
 */
async function rightUser({ visitor, account, password }: Check) {
  const [user] = isStorable(account)
    ? await visitor.db
        .select()
        .from(users)
        .where(eq(sql`lower(${users.email})`, account))
    : // No account has such an address, and none could be looked for by it.
      [];
  const isRight = await verifyPassword(user?.passwordHash ?? null, password.slice(0, 1024));
  if (user && isRight && user.isActive) return user;
  await auditRefusedSignIn(visitor, account, user?.id ?? null);
  throw new AppError("SIGN_IN_FAILED");
}

/**
 * The language chosen by the account with this address; null if none was chosen. Called after a
 * successful sign-in.
 */
export async function localeOfAccount(email: string): Promise<Locale | null> {
  const [user] = await database()
    .select({ locale: users.locale })
    .from(users)
    .where(eq(sql`lower(${users.email})`, cleanText(email).toLowerCase()));
  return user?.locale ?? null;
}
