import "server-only";
import { is } from "drizzle-orm";
import { type AnyPgColumn, getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { schema } from "./client";

/** A column that names rows of another table. */
export type Reference = { table: PgTable; name: string; column: AnyPgColumn };

/** Every column of the database that refers to rows of this table, as the tables declare it. */
export function referencesTo(table: PgTable): Reference[] {
  return Object.values(schema)
    .filter((one) => is(one, PgTable))
    .flatMap((one) => {
      const { foreignKeys, name } = getTableConfig(one);
      return foreignKeys
        .map((key) => key.reference())
        .filter(({ foreignTable }) => foreignTable === table)
        .flatMap(({ columns }) => columns.map((column) => ({ table: one, name, column })));
    });
}
