import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { formerNames } from "@/db/schema/bodies";
import { defineQuery } from "@/server/define";
import { ReferenceRowInput } from "../schema";
import { readRow } from "./lib/load-row";
import { rowFields } from "./lib/tables";
import { usesOf } from "./lib/uses";

/**
 * A row of reference data for its forms, with its former names and what uses it.
 * @throws AppError NOT_FOUND
 */
export const getReference = defineQuery({
  name: "reference.get",
  permission: "reference.write",
  input: ReferenceRowInput,
  run: async ({ db, input: { table: kind, id } }) => {
    const row = await readRow(db, kind, id);
    const { nameEn: en, nameLo: lo, validTo } = formerNames;
    const [former, uses] = await Promise.all([
      db
        .select({ en, lo, validTo })
        .from(formerNames)
        .where(and(eq(formerNames.subject, kind), eq(formerNames.subjectId, id)))
        .orderBy(desc(validTo)),
      usesOf(db, kind, row),
    ]);
    return { id, kind, en: row.nameEn, lo: row.nameLo, fields: rowFields(kind, row), former, uses };
  },
});

export type ReferencePage = Awaited<ReturnType<typeof getReference>>;
