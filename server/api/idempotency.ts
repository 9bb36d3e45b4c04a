import "server-only";
import { createHash } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/api";
import { AppError } from "@/domain/errors";
import type { Context } from "../context";
import type { Reply } from "./endpoint";

/** How long a key holds. */
const lifetime = sql`interval '24 hours'`;

/** What makes two requests the same: method, path and body. */
export function requestHash(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("hex");
}

/**
 * Runs a write once under the caller's key, whatever happens in between: key, change and answer are one transaction. The same request
 * that comes meanwhile waits for it; whoever comes later gets the answer of the first.
 * @throws AppError IDEMPOTENCY_KEY_REUSED when the key came with another request; what the write throws, and then the key is free again
 */
export function runOnce(context: Context, key: string, hash: string, run: (context: Context) => Promise<Reply>) {
  const userId = context.actor.userId ?? 0;
  const mine = and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key));
  return context.db.transaction(async (tx): Promise<Reply> => {
    await tx.delete(idempotencyKeys).where(and(mine, lt(idempotencyKeys.createdAt, sql`now() - ${lifetime}`)));
    const [first] = await tx
      .insert(idempotencyKeys)
      .values({ userId, key, requestHash: hash, createdAt: context.now })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (!first) {
      const [known] = await tx.select().from(idempotencyKeys).where(mine);
      if (known?.requestHash !== hash) throw new AppError("IDEMPOTENCY_KEY_REUSED");
      return known.answer as Reply;
    }
    // The command opens a transaction within this one: to it a transaction is a database like any other.
    const reply = await run({ ...context, db: tx as unknown as Database });
    await tx
      .update(idempotencyKeys)
      .set({ status: reply.status ?? 200, answer: reply })
      .where(mine);
    return reply;
  });
}

/** Forgets the keys that hold no more. */
export async function forgetOldKeys(db: Database): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, sql`now() - ${lifetime}`));
}
