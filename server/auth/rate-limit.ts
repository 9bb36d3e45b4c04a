import "server-only";
import { createHash } from "node:crypto";
import { lt } from "drizzle-orm";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { database, databasePool } from "@/db/client";
import { rateLimits } from "@/db/schema/users";
import { AppError } from "@/domain/errors";

/**
 * How often something may happen within a time. The name is the prefix of its keys in the table
 * that all processes share.
 */
export type Limit = { readonly name: string; readonly points: number; readonly seconds: number };

type Counters = { limiters: Map<string, RateLimiterPostgres>; deletedAt: number };
/** Per pool, so that a process that opens another database counts there. */
const made = new WeakMap<Pool, Counters>();

function counters(): Counters {
  const pool = databasePool();
  const known = made.get(pool) ?? { limiters: new Map(), deletedAt: 0 };
  made.set(pool, known);
  return known;
}

function limiter({ name, points, seconds }: Limit): RateLimiterPostgres {
  const { limiters } = counters();
  const known = limiters.get(name);
  if (known) return known;
  const current = new RateLimiterPostgres({
    storeClient: databasePool(),
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    // The library's own clean-up keeps expired rows for an hour and hides errors; `deleteExpired`
    // replaces it.
    clearExpiredByTimeout: false,
  });
  limiters.set(name, current);
  return current;
}

/** A short hash, so that addresses, accounts and presented secrets are not stored in the table. */
function keyOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 24);
}

/**
 * Thrown if a limit is exceeded. `isFirst` marks the first refusal in a window; only that one is
 * audited.
 */
export class Throttled extends AppError {
  constructor(
    { msBeforeNext }: RateLimiterRes,
    readonly isFirst: boolean,
  ) {
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
    super("TOO_MANY_ATTEMPTS", { params: { minutes: Math.ceil(seconds / 60), seconds } });
  }
}

/**
 * Counts one event.
 * @param key what it is counted by
 * @returns the count, this one included
 * @throws Throttled (TOO_MANY_ATTEMPTS) with the `minutes` and `seconds` to wait
 */
export async function take(limit: Limit, key: readonly string[]): Promise<number> {
  await deleteExpired();
  try {
    const { consumedPoints } = await limiter(limit).consume(keyOf(key));
    return consumedPoints;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new Throttled(refusal, refusal.consumedPoints === limit.points + 1);
    throw refusal;
  }
}

/**
 * Refuses if the limit is used up; otherwise counts nothing. After the first refusal nothing is
 * written.
 * @throws Throttled
 */
export async function refuseWhenUsedUp(limit: Limit, key: readonly string[]): Promise<void> {
  const used = await limiter(limit).get(keyOf(key));
  if (used === null || used.consumedPoints < limit.points) return;
  if (used.consumedPoints > limit.points) throw new Throttled(used, false);
  await take(limit, key);
}

/** Reduces the count by one. */
export async function giveBack(limit: Limit, key: readonly string[]): Promise<void> {
  await limiter(limit).reward(keyOf(key));
}

/** Resets the count. */
export async function clear(limit: Limit, key: readonly string[]): Promise<void> {
  await limiter(limit).delete(keyOf(key));
}

const minute = 60_000;

/** Deletes expired rows, at most once a minute, so that the table holds recent windows only. */
async function deleteExpired(): Promise<void> {
  const current = counters();
  const now = Date.now();
  if (now - current.deletedAt < minute) return;
  current.deletedAt = now;
  await database().delete(rateLimits).where(lt(rateLimits.expire, now));
}

/** Limits of mails: to one mailbox, and requested by one address. */
const mails = {
  asking: { name: "asking", points: 10, seconds: 3600 },
  mailbox: { name: "mailbox", points: 3, seconds: 3600 },
} as const;

/**
 * Counts a requested mail. The requester's limit is checked first: a requester who has used it up
 * does not use up the limits of mailboxes.
 * @throws Throttled
 */
export async function takeMail(from: string, mailbox: string): Promise<void> {
  await refuseWhenUsedUp(mails.asking, [from]);
  await take(mails.mailbox, [mailbox]);
  await take(mails.asking, [from]);
}
