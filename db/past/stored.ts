import "server-only";
import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import { escapeIdentifier, escapeLiteral } from "pg";
import { activities, activityOutcomes } from "../schema/activities";
import { concepts } from "../schema/concepts";
import { entryParties, entryPriorities, entryStates } from "../schema/entry-parts";
import { planEntries } from "../schema/plan-entries";

/**
 * Where a snapshot (`snapshotOf` in db/entry-versions.ts) holds the rows of a table: as one object
 * or as a list.
 */
type Place = { table: Table; part: string; isList: boolean };

const places: readonly Place[] = [
  { table: planEntries, part: "entry", isList: false },
  { table: concepts, part: "concept", isList: false },
  { table: entryParties, part: "parties", isList: true },
  { table: entryStates, part: "states", isList: true },
  { table: entryPriorities, part: "priorities", isList: true },
];

/** The tables of which a past register has its own rows; all others it shares with the present. */
export const storedTables: readonly string[] = [
  ...places.map(({ table }) => getTableName(table)),
  getTableName(activities),
  getTableName(activityOutcomes),
];

/**
 * Statements that fill the stored tables of a schema from the temporary table `past_documents`
 * (entry_id, valid_from, id, document). The columns are taken from the tables as they are declared:
 * one that is added later is filled without a word here.
 * @param schema quoted
 */
export function fillStatements(schema: string): string[] {
  return [
    ...places.map(({ table, part, isList }) => {
      const source = isList
        ? `(select jsonb_array_elements(document -> '${part}') as row from past_documents where jsonb_typeof(document -> '${part}') = 'array')`
        : `(select document -> '${part}' as row from past_documents where jsonb_typeof(document -> '${part}') = 'object')`;
      return insertRows(schema, table, source);
    }),
    // An activity stands in several plans: of what its entries tell of it, the latest word counts.
    insertRows(schema, activities, `(select document -> 'activity' as row from ${latestActivities})`),
    `insert into ${schema}.activity_outcomes (activity_id, outcome_id)
       select distinct (document -> 'activity' ->> 'id')::int, outcome::int
       from ${latestActivities}, jsonb_array_elements_text(document -> 'outcomes') as outcome`,
  ];
}

const latestActivities = `(select distinct on ((document -> 'activity' ->> 'id')::int) document from past_documents
     order by (document -> 'activity' ->> 'id')::int, valid_from desc, id desc) as latest`;

function insertRows(schema: string, table: Table, source: string): string {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, { name }]) => escapeIdentifier(name));
  const fields = columns.map(([key, column]) => `${escapeIdentifier(key)} ${column.getSQLType()}`);
  // A snapshot that was taken before a column existed says nothing of it.
  const values = columns.map(([key, { default: fallback }]) => {
    const field = `r.${escapeIdentifier(key)}`;
    return isPlain(fallback) ? `coalesce(${field}, ${escapeLiteral(String(fallback))})` : field;
  });
  return `insert into ${schema}.${escapeIdentifier(getTableName(table))} (${names.join(", ")})
     select ${values.join(", ")} from ${source} as s cross join lateral jsonb_to_record(s.row) as r(${fields.join(", ")})`;
}

function isPlain(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
