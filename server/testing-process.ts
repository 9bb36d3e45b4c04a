import "server-only";
import { vi } from "vitest";
import type { TestDatabase } from "@/db/testing";

type Site = Pick<TestDatabase, "db" | "pool"> & { quick: TestDatabase["db"]; pulse: TestDatabase["pool"] };
type Held = typeof globalThis & { __database?: Site; __env?: unknown; __pulse?: unknown };

/**
 * Lets this test file be the site's process: settings, and the test's database behind `database()`.
 * For the doors that open their own: sign-in, sessions, throttle. Other files run in the same
 * process, so what they set is forgotten.
 */
export function actAsSite(database: TestDatabase, settings: Readonly<Record<string, string>> = {}): void {
  const site = { DATABASE_URL: database.url, AUTH_SECRET: "for-tests-alone-and-long-enough-to-be-taken" };
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries({ ...site, ...settings })) vi.stubEnv(name, value);
  const held = globalThis as Held;
  delete held.__env;
  delete held.__pulse;
  const { db, pool } = database;
  held.__database = { db, pool, quick: db, pulse: pool };
}
