import "server-only";
import { asc, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { matchesWords } from "@/server/matches-words";
import { declarations, type ReferenceKind } from "../kinds";
import { tableField } from "../schema";
import { placeOf, type ReferenceRow } from "./lib/tables";

/** One row in the list of its kind. */
export type ReferenceLine = {
  id: number;
  code: string | null;
  en: string;
  lo: string | null;
  from: string | null;
  to: string | null;
  isOver: boolean;
  /** The row that it belongs to. */
  of: { en: string; lo: string | null } | null;
};

const textOf = (value: unknown) => (typeof value === "string" ? value : null);

/** The first day on which a state is no member any more is its last day plus one. */
const isOverOn = (kind: ReferenceKind, to: string | null, day: string) =>
  to !== null && (kind === "member_states" ? to <= day : to < day);

async function readNames(db: Database, kind: ReferenceKind) {
  const { table } = placeOf(kind);
  const rows = await db.select({ id: table.id, en: table.nameEn, lo: table.nameLo }).from(table);
  return new Map(rows.map(({ id, en, lo }) => [Number(id), { en: String(en), lo: textOf(lo) }]));
}

/** The rows of one kind in their own order, found by code and name. */
export const listReference = defineQuery({
  name: "reference.list",
  permission: "reference.write",
  input: z.object({ table: tableField, q: z.string().max(200).default("") }),
  run: async ({ db, context, input: { table: kind, q } }): Promise<ReferenceLine[]> => {
    const { table, code, order } = placeOf(kind);
    const { from, to, parent } = declarations[kind];
    const texts = sql`search_lines((concat_ws(' ', ${code}, ${table.nameEn}, ${table.nameLo})) collate "default")`;
    const rows = (await db
      .select()
      .from(table as never)
      .where(matchesWords(texts, q))
      .orderBy(...order.map((column) => asc(column)), asc(table.id))) as ReferenceRow[];
    const parents = parent ? await readNames(db, parent.kind) : null;
    return rows.map((row) => ({
      id: row.id,
      code: textOf(kind === "agencies" ? row.abbreviation : row.code),
      en: row.nameEn,
      lo: row.nameLo,
      from: textOf(row[from]),
      to: textOf(row[to]),
      isOver: isOverOn(kind, textOf(row[to]), today(context)),
      of: parent ? (parents?.get(Number(row[parent.field])) ?? null) : null,
    }));
  },
});
