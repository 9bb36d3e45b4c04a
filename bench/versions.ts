import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import { Client } from "pg";
import { activities } from "../db/schema/activities";
import { entryParties, entryStates } from "../db/schema/entry-parts";
import { planEntries } from "../db/schema/plan-entries";

/**
 * Adds this number of versions to every entry, each with the whole entry and another progress, a
 * hundred days apart.
 */
export async function writeVersions(databaseUrl: string, versions: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("truncate entry_versions");
  await client.query(
    `create table documents as
     select e.id, jsonb_build_object('entry', ${objectOf(planEntries, "e")}, 'activity', ${objectOf(activities, "a")},
       'concept', null, 'outcomes', '[]'::jsonb, 'priorities', '[]'::jsonb,
       'parties', ${listOf(entryParties)}, 'states', ${listOf(entryStates)}) as document
     from plan_entries e join activities a on a.id = e.activity_id`,
  );
  for (let turn = 1; turn <= versions; turn += 1) {
    await client.query(
      `insert into entry_versions (entry_id, version, valid_from, valid_to, recorded_at, recorded_by_name, change, snapshot)
       select id, $1, at, case when $1 < $2 then at + interval '100 days' end, at, 'Bench', 'entry.report',
              jsonb_set(document, '{entry,version}', to_jsonb($1::int))
       from documents cross join lateral (select timestamptz '2018-01-01 05:00Z' + (id % 300 + 100 * $1) * interval '1 day' as at) d`,
      [turn, versions],
    );
  }
  await client.query("drop table documents");
  await client.query("vacuum analyze entry_versions");
  await client.end();
}

/** A row as in a snapshot, with the program's names of its columns. */
function objectOf(table: Table, alias: string): string {
  const fields = Object.entries(getTableColumns(table)).map(([key, { name }]) => `'${key}', ${alias}.${name}`);
  return `jsonb_build_object(${fields.join(", ")})`;
}

function listOf(table: Table): string {
  return `(select coalesce(jsonb_agg(${objectOf(table, "p")}), '[]') from ${getTableName(table)} p where p.entry_id = e.id)`;
}
