import "server-only";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { bodies, funds, partners } from "@/db/schema/bodies";
import { agencies, memberStates } from "@/db/schema/member-states";
import { enablingActions, masterplans, outcomes, periods } from "@/db/schema/periods";
import { declarations, type ReferenceKind } from "../../kinds";

/** What the screens of reference data need of a table; its other columns are in its declaration. */
export type ReferenceTable = PgTable & {
  id: AnyPgColumn;
  nameEn: AnyPgColumn;
  nameLo: AnyPgColumn;
  version: AnyPgColumn;
};

/** A row as stored. */
export type ReferenceRow = {
  id: number;
  nameEn: string;
  nameLo: string | null;
  version: number;
  [column: string]: unknown;
};

type Place = {
  table: ReferenceTable;
  /** The column that is shown beside the name, and searched with it. */
  code: AnyPgColumn;
  order: readonly AnyPgColumn[];
};

const places: Readonly<Record<ReferenceKind, Place>> = {
  bodies: { table: bodies, code: bodies.code, order: [bodies.id] },
  partners: { table: partners, code: partners.code, order: [partners.nameEn] },
  agencies: { table: agencies, code: agencies.abbreviation, order: [agencies.memberStateId, agencies.nameEn] },
  masterplans: { table: masterplans, code: masterplans.code, order: [masterplans.startsOn] },
  outcomes: { table: outcomes, code: outcomes.code, order: [outcomes.masterplanId, outcomes.ordinal] },
  enabling_actions: {
    table: enablingActions,
    code: enablingActions.code,
    order: [enablingActions.outcomeId, enablingActions.code],
  },
  periods: { table: periods, code: periods.code, order: [periods.startsOn, periods.code] },
  member_states: { table: memberStates, code: memberStates.code, order: [memberStates.protocolOrder] },
  funds: { table: funds, code: funds.code, order: [funds.nameEn] },
};

export const placeOf = (kind: ReferenceKind): Place => places[kind];

/** The fields of a row by their form names. */
export function rowFields(kind: ReferenceKind, row: ReferenceRow): Record<string, string> {
  const text = (value: unknown) => (typeof value === "boolean" ? (value ? "on" : "") : String(value ?? ""));
  const fields = declarations[kind].fields.map(({ name }) => [name, text(row[name])]);
  return { ...Object.fromEntries(fields), version: String(row.version) };
}
