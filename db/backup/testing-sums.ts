import { Client } from "pg";
import { tablesLeftOut } from "./format";

/** Runs a query on a database without keeping a connection open. */
export async function ask<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

/**
 * As `sums`, without what the restore itself adds: its row in the audit log and the end that this
 * row moves.
 */
export async function restoredSums(url: string): Promise<Record<string, string>> {
  const { audit_head: _, ...found } = await sums(url, "where action <> 'register.restore'");
  return found;
}

/** Every table with a checksum over its ordered rows. */
export async function sums(url: string, ofLog = ""): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    url,
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !tablesLeftOut.includes(table.name))) {
    const [row] = await ask<{ sum: string }>(
      url,
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as sum from "${name}" t ${name === "audit_log" ? ofLog : ""}`,
    );
    found[name] = row?.sum ?? "";
  }
  return found;
}
