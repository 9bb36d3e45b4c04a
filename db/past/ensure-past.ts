import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Client } from "pg";
import type { Database, Transaction } from "../client";
import { versionsLock } from "../entry-versions";
import { fillStatements, storedTables } from "./stored";
import { viewedTables, viewStatements } from "./views";

/** The register as it stood at the end of a day. */
export type PastDay = {
  /** In Vientiane, `YYYY-MM-DD`; over by now. */
  day: string;
};

/** So many days stay ready to be asked again. */
const kept = 12;
const prefix = "as_of_";

/** The schema in which a day's register lies. */
export const pastSchema = ({ day }: PastDay): string => `${prefix}${day.replaceAll("-", "")}`;

/** Readers of a day's register hold its lock shared, so that it is not taken away under them. */
export const pastLock = ({ day }: PastDay): number => Number(day.replaceAll("-", ""));
export const pastLockKind = 4_101_971;

/** The moment when the day was over in Vientiane: what began earlier counts. */
export const endOf = ({ day }: PastDay): Date => new Date(Date.parse(`${day}T00:00:00+07:00`) + 86_400_000);

/**
 * The one that is being filled in this process; the next one waits, so that no crowd of questions
 * fills many at once.
 */
let filling: Promise<unknown> = Promise.resolve();

/**
 * Makes the register of a past day ready to be asked: a schema of its own, filled once from
 * `entry_versions` and kept. Its tables have the columns and indexes of the present's, so that a
 * question about the past costs what it costs today, however long the history is. A change that
 * takes effect before the day's end is recorded later? Then it is filled anew.
 */
export async function ensurePast(db: Database, past: PastDay): Promise<void> {
  if (await isPastReady(db, past)) return;
  const turn = filling.then(async () => {
    if (await isPastReady(db, past)) return;
    await fillPast(db, past);
    await dropOldest(db);
  });
  filling = turn.catch(() => undefined);
  await turn;
}

/** Is it there, and has nothing been recorded since that took effect before its end? */
export async function isPastReady(db: Database, past: PastDay): Promise<boolean> {
  const { rows } = await db.execute<{ is_ready: boolean }>(sql`
    select n.oid is not null and not exists (
      select from public.entry_versions v
      where v.id > obj_description(n.oid, 'pg_namespace')::bigint and v.valid_from < ${endOf(past).toISOString()}
    ) as is_ready
    from (select to_regnamespace(${pastSchema(past)})::oid as oid) n`);
  return rows[0]?.is_ready ?? false;
}

async function fillPast(db: Database, past: PastDay): Promise<void> {
  const fresh = `${prefix}new_${randomBytes(6).toString("hex")}`;
  const end = endOf(past).toISOString();
  await db.transaction(
    async (tx) => {
      const newest = await newestVersion(db, tx);
      const run = (statement: string) => tx.execute(sql.raw(statement));
      await run(`create schema ${fresh}`);
      await run(documentsOf(end));
      for (const table of storedTables)
        await run(`create table ${fresh}.${table} (like public.${table} including generated)`);
      for (const statement of fillStatements(fresh)) await run(statement);
      for (const statement of await indexStatements(tx, fresh)) await run(statement);
      const columns = await columnsOf(tx);
      const views = viewStatements(fresh, { day: past.day, end }, (table) => columns.get(table) ?? []);
      for (const statement of views) await run(statement);
      await run(`analyze ${storedTables.map((table) => `${fresh}.${table}`).join(", ")}`);
      await run(`comment on schema ${fresh} is '${newest}'`);
      // Whoever reads the day as it was filled before reads to the end.
      await tx.execute(sql`select pg_advisory_xact_lock(${pastLockKind}, ${pastLock(past)})`);
      await run(`drop schema if exists ${pastSchema(past)} cascade`);
      await run(`alter schema ${fresh} rename to ${pastSchema(past)}`);
    },
    { isolationLevel: "repeatable read" },
  );
}

/**
 * The newest version that the transaction sees. Whoever writes a version holds the lock shared
 * until it is committed: what this transaction does not see yet will have a higher number.
 */
async function newestVersion(db: Database, tx: Transaction): Promise<number> {
  return db.transaction(async (barrier) => {
    await barrier.execute(sql`set local lock_timeout = '5s'`);
    await barrier.execute(sql`select pg_advisory_xact_lock(${versionsLock})`);
    const { rows } = await tx.execute<{ newest: string }>(
      sql`select coalesce(max(id), 0) as newest from public.entry_versions`,
    );
    return Number(rows[0]?.newest ?? 0);
  });
}

/**
 * Of each entry the version in effect at that moment; one step down the index for each, not its
 * whole history.
 */
const documentsOf = (end: string): string => `
  create temporary table past_documents on commit drop as
  select e.entry_id, v.valid_from, v.id, coalesce(v.effective, v.snapshot) as document
  from (select distinct entry_id from public.entry_versions) e
  cross join lateral (
    select id, valid_from, is_removal, effective, snapshot from public.entry_versions
    where entry_id = e.entry_id and valid_from < '${end}' order by valid_from desc, id desc limit 1
  ) v
  where not v.is_removal`;

/**
 * The present's indexes, made after the rows are in. Keys stay keys: grouping by them speaks for
 * all columns.
 */
async function indexStatements(tx: Transaction, schema: string): Promise<string[]> {
  const { rows } = await tx.execute<{ table: string; definition: string; key: string | null }>(sql`
    select c.relname as table, pg_get_indexdef(i.indexrelid) as definition, pg_get_constraintdef(k.oid) as key
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    left join pg_constraint k on k.conindid = i.indexrelid and k.contype = 'p'
    where c.relnamespace = 'public'::regnamespace and c.relname in ${[...storedTables]}`);
  return rows.map(({ table, definition, key }) =>
    key
      ? `alter table ${schema}.${table} add ${key}`
      : definition.replace(/^CREATE (UNIQUE )?INDEX/, "create index").replace(" ON public.", ` ON ${schema}.`),
  );
}

async function columnsOf(tx: Transaction): Promise<Map<string, string[]>> {
  const { rows } = await tx.execute<{ table: string; columns: string[] }>(sql`
    select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public' and table_name in ${[...viewedTables]} group by 1`);
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

/** Takes away what was filled longest ago, as far as nobody reads it. */
async function dropOldest(db: Database): Promise<void> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select nspname as name from pg_namespace where nspname ~ ${`^${prefix}[0-9]{8}$`} order by oid desc offset ${kept}`);
  for (const { name } of rows) {
    const lock = Number(name.slice(prefix.length));
    await db.transaction(async (tx) => {
      const { rows: locks } = await tx.execute<{ is_free: boolean }>(
        sql`select pg_try_advisory_xact_lock(${pastLockKind}, ${lock}) as is_free`,
      );
      if (locks[0]?.is_free) await tx.execute(sql.raw(`drop schema if exists ${name} cascade`));
    });
  }
}

/** Takes away all of them: before the tables change that they stand on. */
export async function dropPasts(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname like '${prefix.replaceAll("_", "\\_")}%'`,
  );
  for (const { name } of rows) await client.query(`drop schema if exists ${name} cascade`);
}
