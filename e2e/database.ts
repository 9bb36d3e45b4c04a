import { createHash } from "node:crypto";
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

/** What comes and goes with every request and says nothing of the register. */
const fleeting = ["sessions", "rate_limits"];

/**
 * One hash a table over its rows in order: equal before and after means that nothing was written anywhere.
 * @param beside tables that are left out
 */
export async function tableHashes(site: Reach, beside: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    site,
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name = any($1) order by 1`,
    [[...fleeting, ...beside]],
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from "${name}" t`,
  );
  const rows = await ask<{ name: string; hash: string }>(site, parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** All of `tableHashes` in one. */
export async function registerHash(site: Reach): Promise<string> {
  return createHash("sha256")
    .update(JSON.stringify(await tableHashes(site)))
    .digest("hex");
}
