import "server-only";
import { statfsSync } from "node:fs";
import type { DatabaseFailure } from "@/db/cut";
import { env } from "@/env";
import { log } from "../observability/log";
import { requestStore } from "../request/request-store";

/** For how long a refusal of the database says something of its condition, in milliseconds. */
const standsFor = 3_000;
/** PostgreSQL takes room for its write-ahead log by 16 MB: with less it cannot go on. */
const neededBytes = 16 * 1024 * 1024;

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __diskFullAt?: number };

/**
 * Keeps for the operator what the database refused with: in the log, and a full disk for whoever
 * asks whether the site is ready.
 */
export function recordRefusal(
  code: "STORAGE_FULL" | "UNAVAILABLE",
  { code: sqlState, message }: DatabaseFailure,
): void {
  if (code === "STORAGE_FULL") held.__diskFullAt = Date.now();
  const store = requestStore();
  // Outside of a request whoever asked tells of it.
  if (!store) return;
  store.refusal = code;
  log().warn({ event: "database_refused", code, sqlState, reason: message });
}

/** Has a statement failed for want of room a moment ago? */
export function wasDiskFull(): boolean {
  return Date.now() - (held.__diskFullAt ?? 0) < standsFor;
}

/**
 * Is the disk of the bundled PostgreSQL so full that it may have ended for it? Of another one
 * nobody here can tell.
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
