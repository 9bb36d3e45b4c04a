import "server-only";
import { vi } from "vitest";
import { appendAudit } from "@/db/audit-chain";
import type { Transaction } from "@/db/client";
import type { TestDatabase } from "@/db/testing";

/** The number of statements of this database that wait for another transaction's lock. */
export async function waitingForLocks({ pool }: TestDatabase): Promise<number> {
  const { rows } = await pool.query(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length;
}

/** Resolves when this many statements wait. */
export async function untilWaiting(database: TestDatabase, count = 1): Promise<void> {
  await vi.waitFor(
    async () => {
      if ((await waitingForLocks(database)) < count) throw new Error("nobody waits yet");
    },
    { timeout: 20_000, interval: 20 },
  );
}

/**
 * Holds the locks that `take` acquires until they are released; the transaction is rolled back.
 * @returns the function that releases them
 */
export async function hold(
  { db }: TestDatabase,
  take: (tx: Transaction) => Promise<unknown>,
): Promise<() => Promise<void>> {
  let release: () => void = () => undefined;
  const untilReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  let taken: () => void = () => undefined;
  const isTaken = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const ended = db
    .transaction(async (tx) => {
      await take(tx);
      taken();
      await untilReleased;
      tx.rollback();
    })
    .catch(() => undefined);
  await isTaken;
  return async () => {
    release();
    await ended;
  };
}

/** Holds the lock that every command waits for last: that of the end of the audit log. */
export const holdAuditLog = (database: TestDatabase) =>
  hold(database, (tx) =>
    appendAudit(tx, {
      at: new Date(),
      actorName: "test",
      action: "test",
      subject: "test",
      actorId: null,
      subjectId: null,
      requestId: "test",
      address: null,
    }),
  );
