import "server-only";
import { and, eq, exists, isNull, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { apiTokens } from "@/db/schema/api";
import { calendarFeeds } from "@/db/schema/milestones";
import { sessions, users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import type { Context } from "../context";
import { requestStore } from "../request/request-store";
import { isRunning } from "./sessions";

type Reader = Database | Transaction;

/** For this long after being read, rights count as current, in milliseconds. */
const holdFor = 2_000;

/**
 * Checks that the person's rights are still those at the beginning of the request: active, same
 * role and member state, and a valid session, key or calendar address. To be called after the last
 * wait, before data is sent or committed; within a transaction, so that the check sees the same
 * moment as the data.
 * @param ended sessions that this transaction itself has ended; they still count as valid
 * @throws AppError UNAUTHENTICATED if the person is no longer signed in, FORBIDDEN if their rights
 *   have changed
 */
export async function refuseChangedRights(
  db: Reader,
  { actor, proof }: Context,
  ended: readonly number[] = [],
): Promise<void> {
  // The operator on the machine and holders of a one-time link have no account to check.
  if (actor.userId === null) return;
  const isEnded = proof?.by === "session" && ended.includes(proof.id);
  const readAt = performance.now();
  const [now] = await db
    .select({
      role: users.role,
      memberStateId: users.memberStateId,
      isActive: users.isActive,
      holds: proof && !isEnded ? sql<boolean>`${proofHolds(db, proof)}` : sql<boolean>`true`,
    })
    .from(users)
    .where(eq(users.id, actor.userId));
  if (!now?.isActive || !now.holds) refuse("UNAUTHENTICATED");
  if (now.role !== actor.role || now.memberStateId !== actor.memberStateId) refuse("FORBIDDEN");
  if (proof) proof.readAt = readAt;
}

function refuse(code: "UNAUTHENTICATED" | "FORBIDDEN"): never {
  const note = requestStore();
  if (note) note.refusal = code;
  throw new AppError(code);
}

/**
 * Checks again if so much time has passed that the rights may have changed, because of a wait for a
 * connection, a lock or a slow statement.
 */
export async function refuseAfterWait(context: Context): Promise<void> {
  const { db, proof } = context;
  if (proof && performance.now() - proof.readAt > holdFor) await refuseChangedRights(db, context);
}

/** Condition that the person's session, key or calendar address is still valid. */
function proofHolds(db: Reader, { by, id }: NonNullable<Context["proof"]>): SQL {
  const one = { one: sql`1` };
  switch (by) {
    case "session":
      return exists(
        db
          .select(one)
          .from(sessions)
          .where(and(eq(sessions.id, id), isRunning())),
      );
    case "token": {
      const isValid = and(isNull(apiTokens.revokedAt), sql`${apiTokens.expiresAt} > now()`);
      return exists(
        db
          .select(one)
          .from(apiTokens)
          .where(and(eq(apiTokens.id, id), isValid)),
      );
    }
    case "calendar":
      return exists(
        db
          .select(one)
          .from(calendarFeeds)
          .where(and(eq(calendarFeeds.id, id), isNull(calendarFeeds.revokedAt))),
      );
  }
}
