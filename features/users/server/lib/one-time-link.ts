import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { oneTimeLinks, users } from "@/db/schema/users";
import { hashSecret, newSecret } from "@/server/auth/sessions";

const minute = 60_000;
/**
 * An invitation is valid for a day, because the new colleague may not read it at once; a link for a
 * forgotten password is used immediately.
 */
const lifetime = { invitation: 24 * 60 * minute, forgottenPassword: 60 * minute } as const;

export type OneTimeLink = {
  /** Address of the page on which the person sets the password. Returned once and not stored. */
  path: string;
  expiresAt: Date;
};

/** Creates a link with which a person sets a password once. Their earlier links end. */
export async function makeLink(
  tx: Transaction,
  user: { id: number; passwordHash: string | null },
  now: Date,
): Promise<OneTimeLink> {
  const secret = newSecret();
  const lasts = user.passwordHash === null ? lifetime.invitation : lifetime.forgottenPassword;
  const expiresAt = new Date(now.getTime() + lasts);
  await endLinksOf(tx, user.id);
  await tx.insert(oneTimeLinks).values({ secretHash: hashSecret(secret), userId: user.id, createdAt: now, expiresAt });
  return { path: `/invite/${secret}`, expiresAt };
}

/**
 * The owner of a valid link: unused, unexpired by the database's clock, of an account that is not
 * disabled.
 */
export async function findLink(db: Database | Transaction, secret: string) {
  const [row] = await db
    .select({ linkId: oneTimeLinks.id, userId: users.id, email: users.email, name: users.name })
    .from(oneTimeLinks)
    .innerJoin(users, eq(users.id, oneTimeLinks.userId))
    .where(
      and(
        eq(oneTimeLinks.secretHash, hashSecret(secret)),
        isNull(oneTimeLinks.usedAt),
        gt(oneTimeLinks.expiresAt, sql`now()`),
        eq(users.isActive, true),
      ),
    );
  return row ?? null;
}

/** Ends every link of a person. */
export async function endLinksOf(tx: Transaction, userId: number): Promise<void> {
  await tx.delete(oneTimeLinks).where(eq(oneTimeLinks.userId, userId));
}
