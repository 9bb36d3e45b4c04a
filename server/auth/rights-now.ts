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

/** For how long rights that were read may be taken as they were, in milliseconds. */
const holdFor = 2_000;

/**
 * Asks whether the person still is who they were when the request began: active, with the same role
 * and member state, and known by a session, key or calendar address that holds. To be asked where
 * data is about to leave or to be kept, after the last wait; within a transaction, so that the
 * answer is of the same moment as its data.
 * @param ended sessions that this very transaction has ended: of these the row's own end told that
 *   they still held
 * @throws AppError UNAUTHENTICATED when it does not hold any more, FORBIDDEN when it holds with
 *   other rights
 */
export async function refuseChangedRights(
  db: Reader,
  { actor, proof }: Context,
  ended: readonly number[] = [],
): Promise<void> {
  // The operator on the machine, and whoever comes with the secret of a one-time link, have no
  // account to lose.
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
 * Asks again where so long has passed that rights may be others by now: a connection, a lock or a
 * slow statement was waited for.
 */
export async function refuseAfterWait(context: Context): Promise<void> {
  const { db, proof } = context;
  if (proof && performance.now() - proof.readAt > holdFor) await refuseChangedRights(db, context);
}

/** Whether what the person was known by still holds. */
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
