import "server-only";
import { vi } from "vitest";
import type { TestDatabase } from "@/db/testing";

type Site = Pick<TestDatabase, "db" | "pool"> & { quick: TestDatabase["db"]; pulse: TestDatabase["pool"] };
type Held = typeof globalThis & { __database?: Site; __env?: unknown; __pulse?: unknown };

/**
 * Makes this test file act as the site's process: settings, and the test's database behind
 * `database()`. For modules that open their own connection: sign-in, sessions, throttle. Other test
 * files run in the same process, so what they have set is removed first.
 */
export function actAsSite(database: TestDatabase, settings: Readonly<Record<string, string>> = {}): void {
  const site = { DATABASE_URL: database.url, AUTH_SECRET: "for-tests-alone-and-long-enough-to-be-taken" };
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries({ ...site, ...settings })) vi.stubEnv(name, value);
  const shared = globalThis as Held;
  delete shared.__env;
  delete shared.__pulse;
  const { db, pool } = database;
  shared.__database = { db, pool, quick: db, pulse: pool };
}
