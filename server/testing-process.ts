import "server-only";
import { vi } from "vitest";
import type { TestDatabase } from "@/db/testing";

type Held = typeof globalThis & { __database?: Pick<TestDatabase, "db" | "pool"> };

/**
 * Lets this test file be the site's process: settings, and the test's database behind `database()`. For the doors that open
 * their own: sign-in, sessions, throttle. To be called before anything asks for a setting.
 */
export function actAsSite(database: TestDatabase, settings: Readonly<Record<string, string>> = {}): void {
  const site = { DATABASE_URL: database.url, AUTH_SECRET: "for-tests-alone-and-long-enough-to-be-taken" };
  for (const [name, value] of Object.entries({ ...site, ...settings })) vi.stubEnv(name, value);
  (globalThis as Held).__database = { db: database.db, pool: database.pool };
}
