import "server-only";
import { asc } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "@/server/define";
import { declarations, type ReferenceKind } from "../kinds";
import { tableField } from "../schema";
import { placeOf } from "./lib/tables";

export type ReferenceChoice = { id: number; en: string; lo: string | null };

/** The rows that a form of this kind offers, by the kind that they are of. */
export const listReferenceChoices = defineQuery({
  name: "reference.listChoices",
  permission: "reference.write",
  input: z.object({ table: tableField }),
  run: async ({ db, input }) => {
    const kinds = new Set(
      declarations[input.table].fields.flatMap((field) => (field.type === "row" ? [field.of] : [])),
    );
    const choices: Partial<Record<ReferenceKind, ReferenceChoice[]>> = {};
    for (const kind of kinds) {
      const { table, order } = placeOf(kind);
      const rows = await db
        .select({ id: table.id, en: table.nameEn, lo: table.nameLo })
        .from(table)
        .orderBy(...order.map((column) => asc(column)), asc(table.id));
      choices[kind] = rows.map(({ id, en, lo }) => ({
        id: Number(id),
        en: String(en),
        lo: typeof lo === "string" ? lo : null,
      }));
    }
    return choices;
  },
});
