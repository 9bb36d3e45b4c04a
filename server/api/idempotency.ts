import "server-only";
import { createHash } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import { canonicalJson } from "@/db/audit-chain";
import type { Database, Transaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/api";
import { AppError } from "@/domain/errors";
import { refuseChangedRights } from "../auth/rights-now";
import type { Context } from "../context";
import { inTurnWithOthers } from "../database/database-error";
import type { Reply } from "./endpoint";

/** How long a key is valid. */
const lifetime = sql`interval '24 hours'`;

/** Hash of method, path and body; two requests with the same hash are the same. */
export function requestHash(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("hex");
}

/** The rights under which an answer was made; with other rights it might have been different. */
const rightsOf = ({ actor }: Context) => ({ role: actor.role, memberStateId: actor.memberStateId });

/**
 * A stored answer. Answers stored before `rights` was added have none, and are returned to nobody.
 */
type Kept = { rights?: ReturnType<typeof rightsOf>; reply: Reply };

type Once = {
  /** The caller's key. */
  key: string;
  hash: string;
  run: (context: Context) => Promise<Reply>;
  /**
   * Reads the subject of a stored answer.
   * @throws AppError if it is now out of the caller's reach
   */
  reach: (context: Context, reply: Reply) => Promise<unknown>;
};

/**
 * Runs a write once per idempotency key: key, change and answer are stored in one transaction. The
 * same request arriving meanwhile waits for it; later ones get the stored answer, provided that the
 * caller's rights are unchanged and they may still see its subject.
 * @throws AppError IDEMPOTENCY_KEY_REUSED if the key came with a different request;
 *   UNAUTHENTICATED, FORBIDDEN or NOT_FOUND if the caller may no longer have the stored answer; any
 *   error of the write, after which the key is free again
 */
export async function runOnce(context: Context, once: Once): Promise<Reply> {
  const afterwards: ((db: Database) => Promise<void>)[] = [];
  try {
    return await inTurnWithOthers(context.db, (tx) => {
      // The command opens a transaction within this one; it accepts this transaction as its
      // database.
      return runOrAnswer(tx, { ...context, db: tx as unknown as Database, afterwards }, once);
    });
  } finally {
    for (const write of afterwards) await write(context.db);
  }
}

async function runOrAnswer(tx: Transaction, context: Context, { key, hash, run, reach }: Once): Promise<Reply> {
  const userId = context.actor.userId ?? 0;
  const mine = and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key));
  await tx.delete(idempotencyKeys).where(and(mine, lt(idempotencyKeys.createdAt, sql`now() - ${lifetime}`)));
  const [first] = await tx
    .insert(idempotencyKeys)
    .values({ userId, key, requestHash: hash, createdAt: context.now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (first) {
    const reply = await run(context);
    const answer: Kept = { rights: rightsOf(context), reply };
    await tx
      .update(idempotencyKeys)
      .set({ status: reply.status ?? 200, answer })
      .where(mine);
    return reply;
  }
  const [known] = await tx.select().from(idempotencyKeys).where(mine);
  if (known?.requestHash !== hash) throw new AppError("IDEMPOTENCY_KEY_REUSED");
  const { rights, reply } = known.answer as Kept;
  // The caller's rights may have changed while this request waited, or since the first one.
  await refuseChangedRights(tx, context);
  if (canonicalJson(rights ?? null) !== canonicalJson(rightsOf(context))) throw new AppError("FORBIDDEN");
  await reach(context, reply);
  return reply;
}

/** Deletes expired keys. */
export async function forgetOldKeys(db: Database): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, sql`now() - ${lifetime}`));
}
