import "server-only";
import { and, eq } from "drizzle-orm";
import { formerNames } from "@/db/schema/bodies";
import { citations } from "@/db/schema/sources";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { RemoveReferenceInput } from "../schema";
import { loadRow, refuseStale } from "./lib/load-row";
import { placeOf, rowFields } from "./lib/tables";
import { countUses, usesOf } from "./lib/uses";

/**
 * Removes a row that nothing uses, with its former names and sources.
 * @throws AppError NOT_FOUND, CONFLICT; REFERENCE_IN_USE {count}, whose uses its page names
 */
export const removeReference = defineCommand({
  name: "reference.remove",
  permission: "reference.write",
  input: RemoveReferenceInput,
  load: ({ tx, input }) => loadRow(tx, input.table, input.id),
  run: async ({ tx, input: { table: kind, id, version }, row }) => {
    refuseStale(kind, row, version);
    const count = countUses(await usesOf(tx, kind, row));
    if (count > 0) throw new AppError("REFERENCE_IN_USE", { params: { count } });
    await tx.delete(formerNames).where(and(eq(formerNames.subject, kind), eq(formerNames.subjectId, id)));
    await tx.delete(citations).where(and(eq(citations.subject, kind), eq(citations.subjectId, id)));
    const { table } = placeOf(kind);
    await tx.delete(table).where(eq(table.id, id));
    return { result: { kind }, audit: { subject: kind, subjectId: id, before: rowFields(kind, row) } };
  },
});
