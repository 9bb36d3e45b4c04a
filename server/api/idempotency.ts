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

/** How long a key holds. */
const lifetime = sql`interval '24 hours'`;

/** What makes two requests the same: method, path and body. */
export function requestHash(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("hex");
}

/** The rights under which an answer was made; with others it might have been another. */
const rightsOf = ({ actor }: Context) => ({ role: actor.role, memberStateId: actor.memberStateId });

/**
 * As the table keeps it. An answer of before rights were kept beside it has none, and is given to
 * nobody.
 */
type Kept = { rights?: ReturnType<typeof rightsOf>; reply: Reply };

type Once = {
  /** The caller's key. */
  key: string;
  hash: string;
  run: (context: Context) => Promise<Reply>;
  /**
   * Reads what a kept answer tells of. @throws AppError where it is out of the caller's reach by
   * now
   */
  reach: (context: Context, reply: Reply) => Promise<unknown>;
};

/**
 * Runs a write once under the caller's key, whatever happens in between: key, change and answer are
 * one transaction. The same request that comes meanwhile waits for it; whoever comes later gets the
 * answer of the first, as long as they still are who they were then and still see what it tells of.
 * @throws AppError IDEMPOTENCY_KEY_REUSED when the key came with another request; UNAUTHENTICATED,
 *   FORBIDDEN or NOT_FOUND where the kept answer is no longer for the caller; what the write
 *   throws, and then the key is free again
 */
export async function runOnce(context: Context, once: Once): Promise<Reply> {
  const afterwards: ((db: Database) => Promise<void>)[] = [];
  try {
    return await inTurnWithOthers(context.db, (tx) => {
      // The command opens a transaction within this one: to it a transaction is a database like any
      // other.
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
  // Whoever waited for the first, or comes hours later, may be somebody else by now.
  await refuseChangedRights(tx, context);
  if (canonicalJson(rights ?? null) !== canonicalJson(rightsOf(context))) throw new AppError("FORBIDDEN");
  await reach(context, reply);
  return reply;
}

/** Forgets the keys that hold no more. */
export async function forgetOldKeys(db: Database): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, sql`now() - ${lifetime}`));
}
