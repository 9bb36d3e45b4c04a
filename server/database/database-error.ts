import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { type Database, isOutermost, type Transaction } from "@/db/client";
import { type DatabaseFailure, innermost, isCut, isSilent } from "@/db/cut";
import { AppError } from "@/domain/errors";
import { isOwnDiskFull, recordRefusal } from "./database-condition";

/**
 * What the operating system says through PostgreSQL, or of the site's own disk, where there is no
 * code for it.
 */
const fullWords = /No space left on device|Disk quota exceeded/;
const fullCodes = new Set(["53100", "ENOSPC", "EDQUOT"]);

/**
 * Not a fault of the statement: resources (class 53), an operator's or a timeout's intervention
 * (57), the system under the server (58), a server that only reads (25006), a transaction that took
 * too long (25P03, 25P04), a lock that did not come (55P03), and two writers of whom one had to
 * give way (40001, 40P01), after it was tried again.
 */
const notNowCodes = /^(53\w{3}|57\w{3}|58\w{3}|25006|25P03|25P04|55P03|40001|40P01)$/;

/** The pool's and the driver's own words for waits that were too long. */
const notNowWords = /^(timeout exceeded when trying to connect|timeout expired|Cannot use a pool after calling end)/;

/**
 * The refusal that a database error amounts to: a double is ALREADY_EXISTS, a full disk
 * STORAGE_FULL, an absent, overloaded or read-only server UNAVAILABLE. Anything else is a fault of
 * ours and stays what it is.
 */
export function fromDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const failure = innermost(error);
  if (failure.code === "23505") {
    return new AppError("ALREADY_EXISTS", { params: { constraint: String(failure.constraint) }, cause: error });
  }
  const code = conditionOf(error, failure);
  if (code === null) return error;
  recordRefusal(code, failure);
  return new AppError(code, { cause: error });
}

function conditionOf(error: unknown, { code, message }: DatabaseFailure): "STORAGE_FULL" | "UNAVAILABLE" | null {
  if ((code !== null && fullCodes.has(code)) || fullWords.test(message)) return "STORAGE_FULL";
  // A server that has no room for its write-ahead log ends, and its connections with it.
  if (isCut(error)) return isOwnDiskFull() ? "STORAGE_FULL" : "UNAVAILABLE";
  const isNotNow = code !== null && notNowCodes.test(code);
  return isNotNow || notNowWords.test(message) || isSilent(error) ? "UNAVAILABLE" : null;
}

/**
 * Can the database not be written to, while it may well be read: a full disk, or a server that only
 * reads?
 */
export function isUnwritable(error: unknown): boolean {
  const failure = innermost(error);
  return failure.code === "25006" || conditionOf(error, failure) === "STORAGE_FULL";
}

const giveWayMs = 25;
/** How often a transaction is tried that had to give way to another writer. */
const tries = 3;

/**
 * Runs a transaction, and again where it had to give way to another writer (a serialization
 * failure, a deadlock): PostgreSQL has undone all of it, and the other goes on. Within a
 * transaction around it there is nothing to run again: that one is undone as well.
 */
export async function inTurnWithOthers<R>(db: Database, run: (tx: Transaction) => Promise<R>): Promise<R> {
  for (let left = isOutermost(db) ? tries - 1 : 0; ; left -= 1) {
    try {
      return await db.transaction(run);
    } catch (error) {
      const { code } = innermost(error);
      if (left === 0 || (code !== "40001" && code !== "40P01")) throw error;
      // The other is to have what it waits for before this one asks again.
      await delay(giveWayMs);
    }
  }
}
