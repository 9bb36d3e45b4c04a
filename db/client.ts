import "server-only";
import {
  createTableRelationsHelpers,
  type ExtractTablesWithRelations,
  extractTablesRelationalConfig,
} from "drizzle-orm";
import { drizzle, type NodePgDatabase, NodePgSession } from "drizzle-orm/node-postgres";
import { PgDialect, type PgTransactionConfig } from "drizzle-orm/pg-core";
import { type Client, Pool, type PoolClient, type PoolConfig } from "pg";
import { env } from "@/env";
import { isCut, isSilent } from "./cut";
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
import * as roundDrafts from "./schema/round-drafts";
import * as roundPlans from "./schema/round-plans";
import * as rounds from "./schema/rounds";
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
  ...roundDrafts,
  ...roundPlans,
  ...rounds,
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
  const pool = openPool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: "asean-activity-tracker",
  });
  return { db: speakTo(pool), pool };
}

function openPool(config: PoolConfig): Pool {
  // Without keep-alive, a silently lost connection would be noticed only by the next request.
  const pool = new Pool({ keepAlive: true, keepAliveInitialDelayMillis: 10_000, ...config });
  // An idle connection that breaks emits "error" here, one in use emits it at the client; without
  // listeners the process would end. The next statement takes a new connection and reports its own
  // error.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

function speakTo(pool: Pool): Database {
  const db = drizzle(pool, { schema, casing: "snake_case" });
  return Object.assign(db, {
    transaction: <R>(run: (tx: Transaction) => Promise<R>, config?: PgTransactionConfig) => transact(pool, run, config),
  });
}

/**
 * Drizzle's relational config of the schema; computed once, because each transaction has its own
 * handle.
 */
type Tables = ExtractTablesWithRelations<typeof schema>;
const { tables, tableNamesMap } = extractTablesRelationalConfig<Tables>(schema, createTableRelationsHelpers);
const dialect = new PgDialect({ casing: "snake_case" });
const sessionOn = (client: PoolClient) =>
  new NodePgSession<typeof schema, Tables>(client, dialect, { fullSchema: schema, schema: tables, tableNamesMap });

/**
 * Runs a read, and repeats it once on a new connection if the first one was cut.
 * @param db the pool that `read` uses
 */
export async function againIfCut<R>({ $client }: Pick<Database, "$client">, read: () => Promise<R>): Promise<R> {
  try {
    return await read();
  } catch (error) {
    if (!isCut(error)) throw error;
    await dropIdle($client);
    return read();
  }
}

/**
 * Closes the idle connections: if one was cut, most others were too, and the pool may not have
 * noticed yet.
 */
async function dropIdle(pool: Pool): Promise<void> {
  for (let left = pool.idleCount; left > 0 && pool.idleCount > 0; left -= 1) (await pool.connect()).release(true);
}

/**
 * True if this is the pool itself. Inside a transaction, a retry or another connection would not be
 * part of the transaction.
 */
export const isOutermost = (db: Database): boolean => "$client" in db;

/**
 * Runs a transaction on a connection of the pool. Drizzle's own version never releases a connection
 * on which BEGIN fails, and reports a failed ROLLBACK instead of the error that caused it: the pool
 * would run dry after a restart of the database, and a full disk would look like a broken
 * connection. A connection that was dead before the transaction began is replaced once. Statements
 * may be started concurrently, as on a pool; they run one after the other. A nested transaction
 * becomes a savepoint.
 */
async function transact<R>(
  pool: Pool,
  run: (tx: Transaction) => Promise<R>,
  config?: PgTransactionConfig,
  isSecond = false,
): Promise<R> {
  const client = await pool.connect();
  let hasBegun = false;
  let failure: { error: unknown } | undefined;
  let isLost = false;
  try {
    return await sessionOn(oneAfterTheOther(client)).transaction(async (tx) => {
      hasBegun = true;
      try {
        return await run(tx);
      } catch (error) {
        failure = { error };
        // The connection still waits for the answer to that statement; ROLLBACK would wait behind
        // it.
        if (isSilent(error)) client.end().catch(() => undefined);
        throw error;
      }
    }, config);
  } catch (error) {
    isLost = error !== failure?.error;
    if (hasBegun || isSecond || !isCut(error)) throw failure ? failure.error : error;
  } finally {
    client.release(isLost);
  }
  await dropIdle(pool);
  return transact(pool, run, config, true);
}

/** A transaction with its own settings, for a past register (server/past/as-of.ts). */
export function inOneTransaction<R>(
  { $client }: Database,
  config: PgTransactionConfig,
  run: (tx: Transaction) => Promise<R>,
): Promise<R> {
  return transact($client, run, config);
}

function oneAfterTheOther(client: PoolClient): PoolClient {
  let last: Promise<unknown> = Promise.resolve();
  const query = (...args: Parameters<Client["query"]>): Promise<unknown> => {
    const turn = last.then(() => client.query(...args));
    last = turn.catch(() => undefined);
    return turn;
  };
  return Object.assign(Object.create(client), { query }) as PoolClient;
}

/**
 * A separate connection for health checks and for reading the session, so that these queries never
 * queue behind slow ones.
 * @param url `postgres://` address
 */
function createPulse(url: string): { quick: Database; pulse: Pool } {
  const pulse = openPool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 1_500,
    query_timeout: 1_500,
    application_name: "asean-activity-tracker pulse",
  });
  return { quick: speakTo(pulse), pulse };
}

type Held = ReturnType<typeof createDatabase> & ReturnType<typeof createPulse>;
const held = globalThis as typeof globalThis & { __database?: Held };

/**
 * The connections of this process, opened on first use. On globalThis, because each bundle of Next
 * has its own copy of this module.
 */
function connections(): Held {
  const url = env().DATABASE_URL;
  held.__database ??= { ...createDatabase(url), ...createPulse(url) };
  return held.__database;
}

/** The pool of this process. */
export const database = (): Database => connections().db;

/** The pool under `database()`, for libraries that run their own statements. */
export const databasePool = (): Pool => connections().pool;

/** For millisecond queries that every page needs first. They fail within 3 s. */
export const quickDatabase = (): Database => connections().quick;

/**
 * Resolves if the database answers.
 * @returns whether it is read-only: a standby, or set so
 * @throws within 3 s if the database refuses or does not answer
 */
export async function askDatabase(): Promise<{ isReadOnly: boolean }> {
  const ask = () => connections().pulse.query("select current_setting('transaction_read_only') = 'on' as read_only");
  const { rows } = await againIfCut(quickDatabase(), ask);
  return { isReadOnly: rows[0]?.read_only === true };
}

/** Closes the connections at shutdown; waits for running queries. */
export async function closeDatabase(): Promise<void> {
  const current = held.__database;
  held.__database = undefined;
  await Promise.all([current?.pool.end(), current?.pulse.end()]);
}
