import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client, DatabaseError } from "pg";
import { signOlderLog } from "./audit-chain";
import { createDatabase, type Database } from "./client";
import { Refusal } from "./embedded/refusal.mjs";
import { dropPasts } from "./past/ensure-past";

/** An arbitrary number that no other lock of this database uses. */
export const setupLock = 4_101_968;
const oldest = 15;

/**
 * Migrates a database to this version's schema, one process at a time: if two start at once, the
 * second waits and finds nothing left to do.
 * @param url `postgres://` address of a PostgreSQL 15-18
 * @param migrationsFolder with the journal that drizzle-kit writes
 * @param afterwards runs before the lock is released; for seeding
 * @throws Refusal with one line: unreachable, unfit for Lao search, too old, or with a newer schema
 *   than this program
 */
export async function migrate(
  url: string,
  migrationsFolder: string,
  afterwards: (db: Database) => Promise<void> = async () => undefined,
): Promise<void> {
  const client = await connect(url);
  try {
    await client.query("select pg_advisory_lock($1)", [setupLock]);
    await refuseUnfit(client);
    await refuseNewerSchema(client, migrationsFolder);
    const couldSign = await hasTable(client, "public.audit_head");
    await dropPasts(client);
    await applyMigrations(drizzle(client), { migrationsFolder }).catch(explainRights);
    const { db, pool } = createDatabase(url, 2);
    try {
      // Only in the run that creates the table: later, a log without signature has been tampered
      // with.
      if (!couldSign) await db.transaction(signOlderLog);
      await afterwards(db);
    } finally {
      await pool.end();
    }
  } finally {
    // Closing the connection releases the lock.
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: "setup" });
  // A broken connection fails the running statement, which reports the error; nothing else to do.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host, port, database } = client;
    throw new Refusal(`The database ${database} at ${host}:${port} cannot be used: ${reasonOf(error)}.`);
  }
}

/**
 * The commonest fault of a database that an administrator created: the register's role does not own
 * it.
 */
function explainRights(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof DatabaseError && cause.code === "42501") {
    throw new Refusal(`The database's role lacks rights (${cause.message}): let it own the database.`);
  }
  throw error;
}

/** If several addresses fail, the error is an AggregateError, whose own message is empty. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

/** @throws Refusal if this database cannot sort and search Lao */
export async function refuseUnfit(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; icu: boolean }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
            exists (select from pg_collation where collname = 'lo-x-icu') as icu`,
  );
  const [found] = rows;
  if (!found || found.version < oldest)
    throw new Refusal(`PostgreSQL ${found?.version} is too old: ${oldest} to 18 are supported.`);
  if (found.encoding !== "UTF8") throw new Refusal(`The database's encoding is ${found.encoding}; Lao needs UTF8.`);
  if (!found.icu) throw new Refusal('This PostgreSQL lacks ICU (collation "lo-x-icu"), by which Lao is sorted.');
  try {
    await client.query("create extension if not exists pg_trgm");
  } catch (error) {
    throw new Refusal(
      `The extension pg_trgm is missing and cannot be made (${reasonOf(error)}): ask the database's owner.`,
    );
  }
  const trigrams = await client.query<{ count: number }>("select cardinality(show_trgm('ກອງປະຊຸມ')) as count");
  if (!trigrams.rows[0]?.count) {
    throw new Refusal(
      "Search would not find Lao in this database, because its LC_CTYPE is C. Make it anew: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'.",
    );
  }
}

async function refuseNewerSchema(client: Client, folder: string): Promise<void> {
  const table = "drizzle.__drizzle_migrations";
  if (!(await hasTable(client, table))) return;
  const journal = JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const known = new Set(journal.entries.map(({ when }) => when));
  const { rows } = await client.query<{ at: string }>(`select created_at as at from ${table}`);
  if (rows.some(({ at }) => !known.has(Number(at)))) {
    throw new Refusal(
      "The database was made by a newer version of this program: update the program, or restore a backup.",
    );
  }
}

/** @param table with its schema, such as "public.users" */
export async function hasTable(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ present: boolean }>("select to_regclass($1) is not null as present", [table]);
  return rows[0]?.present ?? false;
}
