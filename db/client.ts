import "server-only";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { env } from "@/env";
import * as activities from "./schema/activities";
import * as auditLog from "./schema/audit-log";
import * as bodies from "./schema/bodies";
import * as entryParts from "./schema/entry-parts";
import * as meetings from "./schema/meetings";
import * as memberStates from "./schema/member-states";
import * as periods from "./schema/periods";
import * as planEntries from "./schema/plan-entries";
import * as settings from "./schema/settings";
import * as sources from "./schema/sources";
import * as updates from "./schema/updates";
import * as users from "./schema/users";
import * as workPlans from "./schema/work-plans";

export const schema = {
  ...activities,
  ...auditLog,
  ...bodies,
  ...entryParts,
  ...meetings,
  ...memberStates,
  ...periods,
  ...planEntries,
  ...settings,
  ...sources,
  ...updates,
  ...users,
  ...workPlans,
};

export type Database = NodePgDatabase<typeof schema>;
/** A database handle inside a transaction; queries accept either. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/**
 * A pool with limits on every wait, so that a slow or absent database becomes an error in seconds.
 * @param url `postgres://` address
 */
export function createDatabase(url: string, max = 10): { db: Database; pool: Pool } {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: "asean-activity-tracker",
  });
  // An idle connection that breaks emits here; the next query takes a new one and reports its own error.
  pool.on("error", () => undefined);
  return { db: drizzle(pool, { schema, casing: "snake_case" }), pool };
}

const held = globalThis as typeof globalThis & { __database?: { db: Database; pool: Pool } };

/** The pool under `database()`, for libraries that bring their own statements. */
export function databasePool(): Pool {
  database();
  if (!held.__database) throw new Error("the pool is closed");
  return held.__database.pool;
}

/** The process's one pool, made on first use (kept on globalThis because each Next bundle has its own module copy). */
export function database(): Database {
  held.__database ??= createDatabase(env().DATABASE_URL);
  return held.__database.db;
}

/** Ends the pool at shutdown; waits for running queries. */
export async function closeDatabase(): Promise<void> {
  const current = held.__database;
  held.__database = undefined;
  await current?.pool.end();
}
