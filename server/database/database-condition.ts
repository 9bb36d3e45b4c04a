import "server-only";
import { statfsSync } from "node:fs";
import type { DatabaseFailure } from "@/db/cut";
import { env } from "@/env";
import { log } from "../observability/log";
import { requestStore } from "../request/request-store";

/** For how long a refusal by the database indicates its condition, in milliseconds. */
const standsFor = 3_000;
/**
 * PostgreSQL allocates its write-ahead log in files of 16 MB and cannot run with less free space.
 */
const neededBytes = 16 * 1024 * 1024;

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __diskFullAt?: number };

/**
 * Records a refusal by the database for the operator: in the log, and a full disk also for the
 * readiness check.
 */
export function recordRefusal(
  code: "STORAGE_FULL" | "UNAVAILABLE",
  { code: sqlState, message }: DatabaseFailure,
): void {
  if (code === "STORAGE_FULL") shared.__diskFullAt = Date.now();
  const store = requestStore();
  // Outside of a request the caller reports the error.
  if (!store) return;
  store.refusal = code;
  log().warn({ event: "database_refused", code, sqlState, reason: message });
}

/** True if a statement has just failed because the disk is full. */
export function wasDiskFull(): boolean {
  return Date.now() - (shared.__diskFullAt ?? 0) < standsFor;
}

/**
 * True if the disk of the bundled PostgreSQL is so full that it may have stopped for that reason.
 * The disk of another server cannot be checked.
 */
export function isOwnDiskFull(): boolean {
  if (!requestStore()) return false;
  const { EMBEDDED_DATABASE, DATA_DIR } = env();
  if (!EMBEDDED_DATABASE || !DATA_DIR) return false;
  try {
    const { bavail, bsize } = statfsSync(DATA_DIR);
    return bavail * bsize < neededBytes;
  } catch {
    return false;
  }
}
