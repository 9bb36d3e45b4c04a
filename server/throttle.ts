import "server-only";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { databasePool } from "@/db/client";
import { AppError } from "@/domain/errors";
import { writeAudit } from "./audit";
import type { Context } from "./context";

const minute = 60;

/** Per account and address, so that nobody can lock another person out from elsewhere; and per address, against spraying. */
const limits = {
  account: { points: 8, duration: 15 * minute },
  address: { points: 25, duration: 15 * minute },
  link: { points: 20, duration: 15 * minute },
  /** Keys to the API that are none. */
  token: { points: 20, duration: 15 * minute },
  /** Addresses of calendars that are none. */
  calendar: { points: 20, duration: 15 * minute },
  /** Mails that one mailbox gets, and that one address asks for. */
  mailbox: { points: 3, duration: 60 * minute },
  asking: { points: 10, duration: 60 * minute },
} as const;

type Kind = keyof typeof limits;
/** By pool: a process that opens another database counts there. */
const made = new WeakMap<Pool, Map<Kind, RateLimiterPostgres>>();

function limiter(kind: Kind): RateLimiterPostgres {
  const pool = databasePool();
  const ofPool = made.get(pool) ?? new Map<Kind, RateLimiterPostgres>();
  made.set(pool, ofPool);
  const known = ofPool.get(kind);
  if (known) return known;
  const { points, duration } = limits[kind];
  const current = new RateLimiterPostgres({
    storeClient: pool,
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: kind,
    points,
    duration,
    clearExpiredByTimeout: false,
  });
  ofPool.set(kind, current);
  return current;
}

/** A refused try. The first of a wait is told apart: the audit log keeps one row of it, however long somebody goes on. */
export class Throttled extends AppError {
  readonly isFirst: boolean;

  constructor({ msBeforeNext, consumedPoints }: RateLimiterRes, points: number) {
    super("TOO_MANY_ATTEMPTS", { params: { minutes: Math.ceil(msBeforeNext / 60_000) } });
    this.isFirst = consumedPoints === points + 1;
  }
}

/**
 * Takes one try from each counter before the secret is looked at.
 * @throws Throttled (TOO_MANY_ATTEMPTS) with the `minutes` to wait
 */
export async function takeTry(keys: Partial<Record<Kind, string>>): Promise<void> {
  for (const [kind, key] of Object.entries(keys) as [Kind, string][]) {
    try {
      await limiter(kind).consume(key.slice(0, 200));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new Throttled(refusal, limits[kind].points);
    }
  }
}

/** Gives the tries back once the secret proved right. */
export async function forgiveTries(keys: Partial<Record<Kind, string>>): Promise<void> {
  for (const [kind, key] of Object.entries(keys) as [Kind, string][]) {
    if (kind === "account") await limiter(kind).delete(key.slice(0, 200));
    else await limiter(kind).reward(key.slice(0, 200));
  }
}

type Tries = {
  keys: Partial<Record<Kind, string>>;
  /** Under which name the first refusal of a wait is written down. */
  action: "user_throttled" | "link_throttled";
};

/**
 * Runs what looks at a secret; only tries that failed count. That somebody has to wait is in the audit log, once a wait.
 * @throws AppError TOO_MANY_ATTEMPTS with the `minutes` to wait, and whatever `run` throws
 */
export async function countTries<T>(context: Context, { keys, action }: Tries, run: () => Promise<T>): Promise<T> {
  try {
    await takeTry(keys);
  } catch (error) {
    if (error instanceof Throttled && error.isFirst) {
      const change = { subject: "users", subjectId: context.actor.userId };
      await context.db.transaction((tx) => writeAudit(tx, context, action, change));
    }
    throw error;
  }
  const result = await run();
  await forgiveTries(keys);
  return result;
}

/** The same for what a one-time link opens, by the address that it comes from. */
export function countLinkTries<T>(visitor: Context, run: () => Promise<T>): Promise<T> {
  return countTries(visitor, { keys: { link: visitor.address ?? "direct" }, action: "link_throttled" }, run);
}
