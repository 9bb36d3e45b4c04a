import { Pool } from "pg";
import type { TestSite } from "./server";

type Reach = Pick<TestSite, "databaseUrl">;
type Row = Record<string, unknown>;

const pools = new Map<string, Pool>();

/** Queries the site's database directly, without the site. */
export async function ask<T extends Row = Row>(
  { databaseUrl }: Reach,
  statement: string,
  values: unknown[] = [],
): Promise<T[]> {
  let pool = pools.get(databaseUrl);
  if (!pool) {
    pool = new Pool({ connectionString: databaseUrl, max: 2, idleTimeoutMillis: 2_000, allowExitOnIdle: true });
    // A database that one test drops or cuts off must not fail another test.
    pool.on("error", () => undefined);
    pools.set(databaseUrl, pool);
  }
  return (await pool.query(statement, values)).rows as T[];
}

/**
 * Tables that change with requests and contain nothing of the register; the signed end of the log
 * changes with the log.
 */
const fleeting = ["sessions", "rate_limits", "audit_head"];

/** Rows that count: the audit row of a refusal is not a trace of the refused action. */
const rowsThatCount: Readonly<Record<string, string>> = { audit_log: "where action <> 'access.denied'" };

/**
 * One mark per table, from its number of rows and the last transaction that wrote to it. Equal
 * marks before and after mean that nothing was written, not even unchanged values.
 * @param beside tables that are left out
 */
export async function tableMarks(site: Reach, beside: readonly string[] = []): Promise<Record<string, string>> {
  const left = (await tablesOf(site)).filter((name) => !beside.includes(name));
  const parts = left.map(
    (name) =>
      `select '${name}' as name, count(*) || ' rows, ' || coalesce(max(xmin::text::bigint), 0) as mark from "${name}" ${rowsThatCount[name] ?? ""}`,
  );
  const rows = await ask<{ name: string; mark: string }>(site, parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, mark }) => [name, mark]));
}

const known = new Map<string, Promise<string[]>>();

/** The names of its tables, queried once. */
function tablesOf(site: Reach): Promise<string[]> {
  const names =
    known.get(site.databaseUrl) ??
    ask<{ name: string }>(
      site,
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name = any($1) order by 1`,
      [fleeting],
    ).then((rows) => rows.map(({ name }) => name));
  known.set(site.databaseUrl, names);
  return names;
}
