import "server-only";
import { eq, sql } from "drizzle-orm";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { declarations, type ReferenceKind } from "../kinds";
import { EditReferenceInput, type ReferenceValues } from "../schema";
import { loadRow, refuseStale } from "./lib/load-row";
import { makeRoom, refuseUnfit } from "./lib/save-row";
import { placeOf, type ReferenceRow } from "./lib/tables";
import { countUses, usesOf } from "./lib/uses";

/**
 * Corrects a row, and sets the days from and until which it counts. A name that changed on a day is
 * not corrected but renamed (`renameReference`).
 * @throws AppError NOT_FOUND, CONFLICT, INVALID_INPUT naming the field; CODE_IN_USE for the code of
 *   a row that is used, because addresses and documents name it
 */
export const editReference = defineCommand({
  name: "reference.edit",
  permission: "reference.write",
  input: EditReferenceInput,
  load: ({ tx, input }) => loadRow(tx, input.table, input.id),
  run: async ({ tx, input: { table: kind, id, version, values }, row }) => {
    refuseStale(kind, row, version);
    const changed = changedFields(row, values);
    if (!changed) return { result: { kind, id }, audit: null };
    await refuseUnfit(tx, kind, values, id);
    const code = changedCode(kind, row, values);
    if (code && countUses(await usesOf(tx, kind, row)) > 0)
      throw new AppError("INVALID_INPUT", { fields: [{ field: code, code: "CODE_IN_USE" }] });
    await makeRoom(tx, kind, values, id);
    const { table } = placeOf(kind);
    await tx
      .update(table)
      .set({ ...values, version: sql`${table.version} + 1` })
      .where(eq(table.id, id));
    return { result: { kind, id }, audit: { subject: kind, subjectId: id, ...changed } };
  },
});

function changedCode(kind: ReferenceKind, row: ReferenceRow, values: ReferenceValues): string | null {
  const codes = declarations[kind].fields.filter(({ type }) => type === "code");
  return codes.find(({ name }) => row[name] !== values[name])?.name ?? null;
}
