import "server-only";
import { vi } from "vitest";
import type { TestDatabase } from "@/db/testing";

type Held = typeof globalThis & { __database?: Pick<TestDatabase, "db" | "pool">; __env?: unknown };

/**
 * Lets this test file be the site's process: settings, and the test's database behind `database()`. For the doors that open
 * their own: sign-in, sessions, throttle. Other files run in the same process, so what they set is forgotten.
 */
export function actAsSite(database: TestDatabase, settings: Readonly<Record<string, string>> = {}): void {
  const site = { DATABASE_URL: database.url, AUTH_SECRET: "for-tests-alone-and-long-enough-to-be-taken" };
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries({ ...site, ...settings })) vi.stubEnv(name, value);
  const held = globalThis as Held;
  delete held.__env;
  held.__database = { db: database.db, pool: database.pool };
}
