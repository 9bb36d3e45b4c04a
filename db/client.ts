import "server-only";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import { type Client, Pool, type PoolClient } from "pg";
import { env } from "@/env";
import * as activities from "./schema/activities";
import * as api from "./schema/api";
import * as auditLog from "./schema/audit-log";
import * as bodies from "./schema/bodies";
import * as comments from "./schema/comments";
import * as concepts from "./schema/concepts";
import * as entryParts from "./schema/entry-parts";
import * as evidence from "./schema/evidence";
import * as instruments from "./schema/instruments";
import * as meetings from "./schema/meetings";
import * as memberStates from "./schema/member-states";
import * as milestones from "./schema/milestones";
import * as periods from "./schema/periods";
import * as planEntries from "./schema/plan-entries";
import * as savedViews from "./schema/saved-views";
import * as settings from "./schema/settings";
import * as sources from "./schema/sources";
import * as updates from "./schema/updates";
import * as users from "./schema/users";
import * as workPlans from "./schema/work-plans";

export const schema = {
  ...activities,
  ...api,
  ...auditLog,
  ...bodies,
  ...comments,
  ...concepts,
  ...entryParts,
  ...evidence,
  ...instruments,
  ...meetings,
  ...memberStates,
  ...milestones,
  ...periods,
  ...planEntries,
  ...savedViews,
  ...settings,
  ...sources,
  ...updates,
  ...users,
  ...workPlans,
};

export type Database = NodePgDatabase<typeof schema> & { readonly $client: Pool };
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
  return { db: speakTo(pool), pool };
}

const speakTo = (pool: Pool): Database => drizzle(pool, { schema, casing: "snake_case" });

/**
 * A transaction whose statements may be begun all at once, as a query on a pool may begin them: they run one after the other.
 * A transaction within it becomes a savepoint.
 */
export async function inOneTransaction<R>(
  { $client }: Database,
  config: PgTransactionConfig,
  run: (tx: Transaction) => Promise<R>,
): Promise<R> {
  const client = await $client.connect();
  let last: Promise<unknown> = Promise.resolve();
  const query = (...args: Parameters<Client["query"]>): Promise<unknown> => {
    const turn = last.then(() => client.query(...args));
    last = turn.catch(() => undefined);
    return turn;
  };
  try {
    const inTurn = Object.assign(Object.create(client), { query }) as PoolClient;
    return await drizzle(inTurn, { schema, casing: "snake_case" }).transaction(run, config);
  } finally {
    client.release();
  }
}

/**
 * A connection of its own for asking whether the database lives, and who asks, so that these questions never queue behind slow work.
 * @param url `postgres://` address
 */
function createPulse(url: string): { quick: Database; pulse: Pool } {
  const pulse = new Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 1_500,
    query_timeout: 1_500,
    application_name: "asean-activity-tracker pulse",
  });
  pulse.on("error", () => undefined);
  return { quick: speakTo(pulse), pulse };
}

type Held = ReturnType<typeof createDatabase> & ReturnType<typeof createPulse>;
const held = globalThis as typeof globalThis & { __database?: Held };

/** The process's own connections, made on first use (on globalThis because each Next bundle has its own module copy). */
function connections(): Held {
  const url = env().DATABASE_URL;
  held.__database ??= { ...createDatabase(url), ...createPulse(url) };
  return held.__database;
}

/** The process's one pool. */
export const database = (): Database => connections().db;

/** The pool under `database()`, for libraries that bring their own statements. */
export const databasePool = (): Pool => connections().pool;

/** For questions of a millisecond that a page is not begun without. They fail within 3 s. */
export const quickDatabase = (): Database => connections().quick;

/**
 * Resolves if the database answers.
 * @throws within 3 s if it refuses, or does not
 */
export async function askDatabase(): Promise<void> {
  await connections().pulse.query("select 1");
}

/** Ends the connections at shutdown; waits for running queries. */
export async function closeDatabase(): Promise<void> {
  const current = held.__database;
  held.__database = undefined;
  await Promise.all([current?.pool.end(), current?.pulse.end()]);
}
