import { Pool } from "pg";
import type { TestSite } from "./server";

type Reach = Pick<TestSite, "databaseUrl">;
type Row = Record<string, unknown>;

const pools = new Map<string, Pool>();

/** Asks the site's database directly, beside the site. */
export async function ask<T extends Row = Row>(
  { databaseUrl }: Reach,
  statement: string,
  values: unknown[] = [],
): Promise<T[]> {
  let pool = pools.get(databaseUrl);
  if (!pool) {
    pool = new Pool({ connectionString: databaseUrl, max: 2, idleTimeoutMillis: 2_000, allowExitOnIdle: true });
    // A database that a test has dropped or cut off is no failure of another test.
    pool.on("error", () => undefined);
    pools.set(databaseUrl, pool);
  }
  return (await pool.query(statement, values)).rows as T[];
}

/**
 * What comes and goes with every request and says nothing of the register; the signed end of the
 * log says no more than the log.
 */
const fleeting = ["sessions", "rate_limits", "audit_head"];

/** That somebody was denied an act is written down, and is no trace of the act. */
const rowsThatCount: Readonly<Record<string, string>> = { audit_log: "where action <> 'access.denied'" };

/**
 * One mark a table, of how many rows it has and which transaction wrote last: equal before and
 * after means that nothing was written anywhere, not even the same again.
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

/** The names of its tables, asked once. */
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
