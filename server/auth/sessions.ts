import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, lt, or, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { sessions, users } from "@/db/schema/users";
import type { Actor } from "@/domain/roles";
import type { Locale } from "@/domain/vocabulary";
import { env } from "@/env";
import { isUnwritable } from "../database/database-error";

/** A random secret of 256 bits, for cookies and one-time links. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The hash of a secret as stored. A plain hash suffices because the secret is random, not chosen.
 */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export type SignedIn = {
  actor: Actor & { userId: number };
  sessionId: number;
  /** When this was read, by `performance.now()`. */
  readAt: number;
  locale: Locale | null;
  email: string;
  /** ISO code of the person's member state. */
  stateCode: string | null;
};

/**
 * Opens a session for a person who has just been authenticated.
 * @returns the secret for the cookie
 */
export async function openSession(
  tx: Transaction,
  userId: number,
  client: { address: string | null; userAgent: string | null; now: Date },
): Promise<string> {
  const secret = newSecret();
  await tx.insert(sessions).values({
    secretHash: hashSecret(secret),
    userId,
    seenAt: client.now,
    createdAt: client.now,
    expiresAt: new Date(client.now.getTime() + env().SESSION_MAX_S * 1000),
    address: client.address,
    userAgent: client.userAgent?.slice(0, 300) ?? null,
  });
  return secret;
}

/**
 * The person whose session has this secret. Session and user are read each time, so that a
 * sign-out, a lower role or a disabled account takes effect at the next request. Idle and absolute
 * limits are compared with the database's clock.
 */
export async function readSession(db: Database, secret: string): Promise<SignedIn | null> {
  const readAt = performance.now();
  const [row] = await db
    .select({
      sessionId: sessions.id,
      stale: sql<boolean>`${sessions.seenAt} < now() - interval '1 minute'`,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      memberStateId: users.memberStateId,
      isSample: users.isSample,
      locale: users.locale,
      stateCode: memberStates.code,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(memberStates, eq(memberStates.id, users.memberStateId))
    .where(and(eq(sessions.secretHash, hashSecret(secret)), eq(users.isActive, true), isRunning()));
  if (!row) return null;
  if (row.stale) await noteUse(db.update(sessions).set({ seenAt: sql`now()` }).where(eq(sessions.id, row.sessionId)));
  const { sessionId, email, locale, stateCode, userId, name, role, memberStateId, isSample } = row;
  return { sessionId, readAt, email, locale, stateCode, actor: { userId, name, role, memberStateId, isSample } };
}

/** Condition that a session has neither been idle too long nor lasted too long. */
export function isRunning() {
  const idle = sql`make_interval(secs => ${env().SESSION_IDLE_S})`;
  return and(gt(sessions.expiresAt, sql`now()`), gt(sessions.seenAt, sql`now() - ${idle}`));
}

/**
 * Awaits the update of when a session or key was last used. If the database cannot be written to,
 * the update is skipped, so that pages can still be read.
 */
export async function noteUse(noting: PromiseLike<unknown>): Promise<void> {
  try {
    await noting;
  } catch (error) {
    if (!isUnwritable(error)) throw error;
  }
}

/**
 * Ends one session and thereby every copy of its cookie.
 * @returns the ids of the ended sessions
 */
export function closeSession(db: Database | Transaction, secret: string): Promise<number[]> {
  return endSessions(db, eq(sessions.secretHash, hashSecret(secret)));
}

/**
 * Ends every session of a person: after a new role, a new password or a disabled account.
 * @returns their ids
 */
export function closeSessionsOf(db: Database | Transaction, userId: number): Promise<number[]> {
  return endSessions(db, eq(sessions.userId, userId));
}

async function endSessions(db: Database | Transaction, which: SQL): Promise<number[]> {
  const ended = await db.delete(sessions).where(which).returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}

/** Deletes expired sessions; called at sign-in, so that the table does not grow. */
export async function forgetOldSessions(db: Database | Transaction): Promise<void> {
  const idle = sql`make_interval(secs => ${env().SESSION_IDLE_S})`;
  await db.delete(sessions).where(or(lt(sessions.expiresAt, sql`now()`), lt(sessions.seenAt, sql`now() - ${idle}`)));
}
