import "server-only";
import { createHash } from "node:crypto";
import { AppError, type ErrorCode } from "@/domain/errors";
import { writeAudit } from "../audit";
import type { Context } from "../context";
import { fromDatabaseError } from "../database/database-error";
import { limitKey } from "../request/client-address";
import { clear, giveBack, type Limit, refuseWhenUsedUp, Throttled, take } from "./rate-limit";

/** Wrong tries of one address at one target, after which it waits. */
const tries = 8;
const quarterOfAnHour = 15 * 60;

/**
 * - wrong: the refusal by which a door says that the secret is none; any other end of a try counts
 *   nothing.
 * - width: how many tries at different targets an address has.
 * - counts: `before` for secrets that people choose, where many tries at once must not all be
 *   looked at; `after` for random ones of 256 bits, which nobody guesses, so that whoever holds one
 *   costs a single read.
 */
type Door = {
  readonly wrong: ErrorCode;
  readonly width: number;
  readonly counts: "before" | "after";
  /** The audit row of a wait. */
  readonly action: string;
  readonly subject: string;
};

const chosen = { width: 25, counts: "before", subject: "users" } as const;
const random = { width: tries, counts: "after" } as const;

/** Every door that takes a secret. */
export const secretDoors = {
  signIn: { ...chosen, wrong: "SIGN_IN_FAILED", action: "user_throttled" },
  presentPassword: { ...chosen, wrong: "PASSWORD_WRONG", action: "password_throttled" },
  link: { ...random, wrong: "LINK_INVALID", action: "link_throttled", subject: "users" },
  apiKey: { ...random, wrong: "UNAUTHENTICATED", action: "key_throttled", subject: "api_tokens" },
  calendar: { ...random, wrong: "NOT_FOUND", action: "calendar_throttled", subject: "calendar_feeds" },
  metrics: { ...random, wrong: "NOT_FOUND", action: "metrics_throttled", subject: "metrics" },
} as const satisfies Record<string, Door>;

export type SecretDoor = keyof typeof secretDoors;

export type Attempt = {
  /** Who tries, and from where. */
  context: Context;
  /**
   * The account that is tried, or the random secret itself. It is counted and written down as a
   * hash.
   */
  target: string;
  /** The row that the target is, for the audit log. */
  subjectId?: () => Promise<number | null>;
};

/**
 * The one way to look at a secret: refuses who has tried too often, runs `open`, and counts the try
 * where that says that the secret was wrong. Counted is by address and target, so that nobody shuts
 * somebody else out from elsewhere, and by address alone. That somebody has to wait is in the audit
 * log, once a wait.
 * @throws AppError TOO_MANY_ATTEMPTS with the `minutes` and `seconds` to wait, and whatever `open`
 * throws
 */
export async function passDoor<T>(name: SecretDoor, attempt: Attempt, open: () => Promise<T>): Promise<T> {
  const { wrong, counts } = secretDoors[name];
  const { refuse, count, forgive } = countersOf(name, attempt);
  try {
    await refuse();
    if (counts === "before") await count();
    const result = await open();
    if (counts === "before") await forgive();
    return result;
  } catch (error) {
    if (error instanceof AppError && !(error instanceof Throttled)) {
      if (error.code === wrong && counts === "after") await count().catch(rethrow);
      const isAway = error.code === "UNAVAILABLE" || error.code === "STORAGE_FULL";
      if (error.code !== wrong && !isAway && counts === "before") await forgive().catch(rethrow);
    }
    return rethrow(error);
  }
}

function rethrow(error: unknown): never {
  throw fromDatabaseError(error);
}

function countersOf(name: SecretDoor, attempt: Attempt) {
  const { width, counts } = secretDoors[name];
  const from = limitKey(attempt.context.address ?? "none");
  const target: Limit = { name, points: tries, seconds: quarterOfAnHour };
  const address: Limit = { name: `${name}*`, points: width, seconds: quarterOfAnHour };
  const atTarget = [from, attempt.target];
  const written = <R>(run: Promise<R>) => run.catch((error: unknown) => writeDown(name, attempt, error));
  return {
    /** Before anything is written: whoever waits makes no rows, whatever they try. */
    refuse: () => written(refuseWhenUsedUp(address, [from])),
    count: async () => {
      const nth = await written(take(target, atTarget));
      // A program that keeps asking with a key that has ended shuts out itself, and nobody beside
      // it.
      if (counts === "before" || nth === 1) await written(take(address, [from]));
    },
    forgive: async () => {
      await clear(target, atTarget);
      await giveBack(address, [from]);
    },
  };
}

/** Which secret it was stays out of the log; the hash shows that it was the same. */
async function writeDown(name: SecretDoor, attempt: Attempt, error: unknown): Promise<never> {
  if (error instanceof Throttled && error.isFirst) {
    const { context, target, subjectId } = attempt;
    const { action, subject } = secretDoors[name];
    const change = { subject, subjectId: (await subjectId?.()) ?? null, after: { target: shortHash(target) } };
    await context.db.transaction((tx) => writeAudit(tx, context, action, change));
  }
  throw error;
}

/** Enough to tell two texts apart, and too little to find one by. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
