import "server-only";
import { createHash } from "node:crypto";
import { AppError, type ErrorCode } from "@/domain/errors";
import { writeAudit } from "../audit";
import type { Context } from "../context";
import { fromDatabaseError } from "../database/database-error";
import { limitKey } from "../request/client-address";
import { clear, giveBack, type Limit, refuseWhenUsedUp, Throttled, take } from "./rate-limit";

/** The number of wrong tries from one address at one target, after which it has to wait. */
const tries = 8;
const quarterOfAnHour = 15 * 60;

/**
 * - wrong: the refusal that means a wrong secret; any other end of a try counts nothing.
 * - width: the number of tries that one address has at different targets.
 * - counts: `before` for secrets chosen by people, so that concurrent tries are not all verified;
 *   `after` for random ones of 256 bits, which cannot be guessed, so that the holder of a valid one
 *   costs a single read.
 */
type Door = {
  readonly wrong: ErrorCode;
  readonly width: number;
  readonly counts: "before" | "after";
  /** The action of the audit row when somebody has to wait. */
  readonly action: string;
  readonly subject: string;
};

const chosen = { width: 25, counts: "before", subject: "users" } as const;
const random = { width: tries, counts: "after" } as const;

/** Every door that accepts a secret. */
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
  /** Who tries, and from which address. */
  context: Context;
  /**
   * The account that is tried, or the random secret itself. It is counted and audited as a hash.
   */
  target: string;
  /** The id of the target's row, for the audit log. */
  subjectId?: () => Promise<number | null>;
};

/**
 * The only way to check a secret: refuses callers with too many tries, runs `open`, and counts the
 * try if `open` says that the secret was wrong. Tries are counted by address and target, so that
 * nobody can lock out somebody else from another address, and by address alone. The first refusal
 * in a window is audited.
 * @throws AppError TOO_MANY_ATTEMPTS with the `minutes` and `seconds` to wait, and any error of
 *   `open`
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
  const audited = <R>(run: Promise<R>) => run.catch((error: unknown) => auditThrottled(name, attempt, error));
  return {
    /** Runs before anything is audited, so that a caller who has to wait adds no rows. */
    refuse: () => audited(refuseWhenUsedUp(address, [from])),
    count: async () => {
      const nth = await audited(take(target, atTarget));
      // A program that keeps using one expired key is throttled alone: further tries with the same
      // key do not count against its address.
      if (counts === "before" || nth === 1) await audited(take(address, [from]));
    },
    forgive: async () => {
      await clear(target, atTarget);
      await giveBack(address, [from]);
    },
  };
}

/** The audit row holds a hash of the secret, which shows whether it was the same one again. */
async function auditThrottled(name: SecretDoor, attempt: Attempt, error: unknown): Promise<never> {
  if (error instanceof Throttled && error.isFirst) {
    const { context, target, subjectId } = attempt;
    const { action, subject } = secretDoors[name];
    const change = { subject, subjectId: (await subjectId?.()) ?? null, after: { target: shortHash(target) } };
    await context.db.transaction((tx) => writeAudit(tx, context, action, change));
  }
  throw error;
}

/** Long enough to tell two texts apart, too short to identify one. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
