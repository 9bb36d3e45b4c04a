import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import type { Client } from "pg";
import { Refusal } from "../embedded/refusal.mjs";
import { hasTable } from "../migrate";
import type { Header } from "./format";

export type SchemaVersion = Header["schema"];

const applied = "drizzle.__drizzle_migrations";

/**
 * The last migration of a database.
 * @throws Refusal if it has none, or one that this program does not know
 */
export async function schemaOf(client: Client, migrationsFolder: string): Promise<SchemaVersion> {
  if (!(await hasTable(client, applied))) throw new Refusal("The database is empty: there is nothing to back up.");
  const { rows } = await client.query(`select created_at as at from ${applied} order by created_at desc limit 1`);
  const at = Number(rows[0]?.at);
  const known = journal(migrationsFolder).find(({ when }) => when === at);
  if (!known) throw new Refusal("The database was made by a newer version of this program: update the program first.");
  return { at, name: known.tag };
}

/** @throws Refusal if the backup has a schema that this program does not know */
export function refuseNewerBackup({ name, at }: SchemaVersion, product: string, migrationsFolder: string): void {
  if (journal(migrationsFolder).some(({ when }) => when === at)) return;
  throw new Refusal(
    `The backup was made by a newer version of this program (${product}, schema ${name}): update the program first.`,
  );
}

/**
 * Applies migrations as Drizzle's migrator does, but inside the caller's transaction.
 * @param after only those later than this one
 * @param upTo none later than this one
 */
export async function applyMigrations(
  client: Client,
  migrationsFolder: string,
  { after = 0, upTo = Number.POSITIVE_INFINITY }: { after?: number; upTo?: number },
): Promise<void> {
  await client.query("create schema if not exists drizzle");
  await client.query(
    `create table if not exists ${applied} (id serial primary key, hash text not null, created_at bigint)`,
  );
  const wanted = ({ folderMillis }: MigrationMeta) => folderMillis > after && folderMillis <= upTo;
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder }).filter(wanted)) {
    for (const statement of sql) await client.query(statement);
    await client.query(`insert into ${applied} (hash, created_at) values ($1, $2)`, [hash, folderMillis]);
  }
}

function journal(folder: string): { when: number; tag: string }[] {
  return JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8")).entries;
}
