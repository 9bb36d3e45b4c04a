import "server-only";
import { sql } from "drizzle-orm";
import { AppError } from "@/domain/errors";
import type { Transaction } from "./client";
import type { BinRow } from "./schema/bin";

/**
 * Takes rows out of their tables with everything that is deleted with them, and puts them back.
 * Which tables these are is asked of the database, so that a new table takes part by itself.
 */

/** A foreign key with one column, as all of the schema have. */
type Key = {
  child: string;
  column: string;
  parent: string;
  parentColumn: string;
  isCascade: boolean;
  isNeeded: boolean;
};

async function readKeys(tx: Transaction): Promise<Key[]> {
  const { rows } = await tx.execute<Key>(sql`
    select c.conrelid::regclass::text as child, a.attname as "column", c.confrelid::regclass::text as parent,
      b.attname as "parentColumn", c.confdeltype = 'c' as "isCascade", a.attnotnull as "isNeeded"
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
    order by c.conrelid::regclass::text, a.attname`);
  return rows;
}

/**
 * The row and all rows that are deleted with it, those that others refer to first.
 * @param table its name in the schema `public`; only the caller's constants, never input
 */
export async function readWithParts(tx: Transaction, table: string, id: number): Promise<BinRow[]> {
  const keys = (await readKeys(tx)).filter(({ isCascade }) => isCascade);
  const found = new Map<string, BinRow>();
  const waiting: { table: string; column: string; value: unknown }[] = [{ table, column: "id", value: id }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { rows } = await tx.execute<{ row: Record<string, unknown> }>(
      sql`select to_jsonb(t) as row from ${sql.identifier(next.table)} t where ${sql.identifier(next.column)} = ${next.value} order by 1`,
    );
    for (const { row } of rows) {
      const key = `${next.table} ${JSON.stringify(row)}`;
      if (found.has(key)) continue;
      found.set(key, { table: next.table, row });
      for (const { child, column, parent, parentColumn } of keys)
        if (parent === next.table) waiting.push({ table: child, column, value: row[parentColumn] });
    }
  }
  return [...found.values()];
}

/**
 * Puts rows back under their old numbers. What they referred to may be gone: an optional reference
 * is then empty, and a row that cannot be without it is left out.
 * @returns the number of rows left out
 * @throws AppError ALREADY_EXISTS if another row has taken the place of one of them
 */
export async function putRowsBack(tx: Transaction, rows: readonly BinRow[]): Promise<number> {
  const keys = await readKeys(tx);
  let leftOut = 0;
  for (const { table, row } of rows) {
    const own = keys.filter(
      ({ child, column }) => child === table && row[column] !== null && row[column] !== undefined,
    );
    const fields = { ...row };
    const gone: Key[] = [];
    for (const key of own) if (!(await exists(tx, key, row[key.column]))) gone.push(key);
    if (gone.some(({ isNeeded }) => isNeeded)) {
      leftOut += 1;
      continue;
    }
    for (const { column } of gone) fields[column] = null;
    await insertRow(tx, table, fields);
  }
  return leftOut;
}

async function exists(tx: Transaction, { parent, parentColumn }: Key, value: unknown): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select 1 from ${sql.identifier(parent)} where ${sql.identifier(parentColumn)}::text = ${String(value)} limit 1`,
  );
  return rows.length > 0;
}

/** The columns that can be written; the database makes the others itself. */
async function columnsOf(tx: Transaction, table: string): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`);
  return rows.map(({ name }) => name);
}

async function insertRow(tx: Transaction, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = (await columnsOf(tx, table)).filter((name) => name in row);
  const list = sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `,
  );
  const { rowCount } = await tx.execute(sql`
    insert into ${sql.identifier(table)} (${list}) overriding system value
    select ${list} from jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(row)}::jsonb)
    on conflict do nothing`);
  if (rowCount === 0) throw new AppError("ALREADY_EXISTS");
}
