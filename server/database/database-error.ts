import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { type Database, isOutermost, type Transaction } from "@/db/client";
import { type DatabaseFailure, innermost, isCut, isSilent } from "@/db/cut";
import { AppError } from "@/domain/errors";
import { isOwnDiskFull, recordRefusal } from "./database-condition";

/**
 * Messages of a full disk without an error code: from the operating system through PostgreSQL, or
 * about the site's own disk.
 */
const fullWords = /No space left on device|Disk quota exceeded/;
const fullCodes = new Set(["53100", "ENOSPC", "EDQUOT"]);

/**
 * Conditions that are no fault of the statement: resources (class 53), intervention by an operator
 * or a timeout (57), the system under the server (58), a read-only server (25006), a transaction
 * that took too long (25P03, 25P04), a lock that was not granted in time (55P03), and conflicts
 * with another writer (40001, 40P01) that remained after the retries.
 */
const notNowCodes = /^(53\w{3}|57\w{3}|58\w{3}|25006|25P03|25P04|55P03|40001|40P01)$/;

/** Messages of the pool and the driver for waits that were too long. */
const notNowWords = /^(timeout exceeded when trying to connect|timeout expired|Cannot use a pool after calling end)/;

/**
 * Converts a database error into a refusal: a duplicate is ALREADY_EXISTS, a full disk
 * STORAGE_FULL, an absent, overloaded or read-only server UNAVAILABLE. Any other error is a fault
 * and returned unchanged.
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
  // A server without space for its write-ahead log stops, and cuts its connections.
  if (isCut(error)) return isOwnDiskFull() ? "STORAGE_FULL" : "UNAVAILABLE";
  const isNotNow = code !== null && notNowCodes.test(code);
  return isNotNow || notNowWords.test(message) || isSilent(error) ? "UNAVAILABLE" : null;
}

/**
 * True if the database cannot be written to although it may be readable: a full disk, or a
 * read-only server.
 */
export function isUnwritable(error: unknown): boolean {
  const failure = innermost(error);
  return failure.code === "25006" || conditionOf(error, failure) === "STORAGE_FULL";
}

const giveWayMs = 25;
/** How often a transaction that conflicts with another writer is tried. */
const tries = 3;

/**
 * Runs a transaction, and runs it again after a conflict with another writer (a serialization
 * failure, a deadlock): PostgreSQL has rolled it back, and the other one continues. Within an outer
 * transaction nothing is retried, because that one is rolled back as well.
 */
export async function inTurnWithOthers<R>(db: Database, run: (tx: Transaction) => Promise<R>): Promise<R> {
  for (let left = isOutermost(db) ? tries - 1 : 0; ; left -= 1) {
    try {
      return await db.transaction(run);
    } catch (error) {
      const { code } = innermost(error);
      if (left === 0 || (code !== "40001" && code !== "40P01")) throw error;
      // Gives the other transaction time to get the lock first.
      await delay(giveWayMs);
    }
  }
}
