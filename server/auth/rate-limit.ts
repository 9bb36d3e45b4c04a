import "server-only";
import { createHash } from "node:crypto";
import { lt } from "drizzle-orm";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { database, databasePool } from "@/db/client";
import { rateLimits } from "@/db/schema/users";
import { AppError } from "@/domain/errors";

/**
 * How often something may be done in a time. The name stands before its keys in the table that all
 * processes share.
 */
export type Limit = { readonly name: string; readonly points: number; readonly seconds: number };

type Counters = { limiters: Map<string, RateLimiterPostgres>; forgottenAt: number };
/** By pool: a process that opens another database counts there. */
const made = new WeakMap<Pool, Counters>();

function counters(): Counters {
  const pool = databasePool();
  const known = made.get(pool) ?? { limiters: new Map(), forgottenAt: 0 };
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
    // Its own way leaves them for an hour and hides what fails; `forgetOld` does it.
    clearExpiredByTimeout: false,
  });
  limiters.set(name, current);
  return current;
}

/**
 * Short, whatever is counted, and nothing of it: addresses, accounts and what somebody presents as
 * a secret stay out of the table.
 */
function keyOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 24);
}

/**
 * Too much of it. The first refusal of a wait is told apart: the audit log keeps one row of it,
 * however long somebody goes on.
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
 * Counts one.
 * @param key what it is counted by
 * @returns how many it makes
 * @throws Throttled (TOO_MANY_ATTEMPTS) with the `minutes` and `seconds` to wait
 */
export async function take(limit: Limit, key: readonly string[]): Promise<number> {
  await forgetOld();
  try {
    const { consumedPoints } = await limiter(limit).consume(keyOf(key));
    return consumedPoints;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new Throttled(refusal, refusal.consumedPoints === limit.points + 1);
    throw refusal;
  }
}

/**
 * Refuses where nothing is left, and counts nothing otherwise. Beyond the first refusal nothing is
 * written.
 * @throws Throttled
 */
export async function refuseWhenUsedUp(limit: Limit, key: readonly string[]): Promise<void> {
  const used = await limiter(limit).get(keyOf(key));
  if (used === null || used.consumedPoints < limit.points) return;
  if (used.consumedPoints > limit.points) throw new Throttled(used, false);
  await take(limit, key);
}

/** Takes one back. */
export async function giveBack(limit: Limit, key: readonly string[]): Promise<void> {
  await limiter(limit).reward(keyOf(key));
}

/** Begins anew. */
export async function clear(limit: Limit, key: readonly string[]): Promise<void> {
  await limiter(limit).delete(keyOf(key));
}

const minute = 60_000;

/**
 * Once a minute what has run out goes, so that the table holds the last minutes and not all that
 * was ever tried.
 */
async function forgetOld(): Promise<void> {
  const current = counters();
  const now = Date.now();
  if (now - current.forgottenAt < minute) return;
  current.forgottenAt = now;
  await database().delete(rateLimits).where(lt(rateLimits.expire, now));
}

/** Mails that one mailbox gets, and that one address asks for. */
const mails = {
  asking: { name: "asking", points: 10, seconds: 3600 },
  mailbox: { name: "mailbox", points: 3, seconds: 3600 },
} as const;

/**
 * Counts a mail that somebody asks for. The asking first: whoever has asked for too many counts no
 * mailboxes.
 * @throws Throttled
 */
export async function takeMail(from: string, mailbox: string): Promise<void> {
  await refuseWhenUsedUp(mails.asking, [from]);
  await take(mails.mailbox, [mailbox]);
  await take(mails.asking, [from]);
}
