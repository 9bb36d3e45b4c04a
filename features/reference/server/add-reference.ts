import "server-only";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { NewReferenceInput } from "../schema";
import { makeRoom, refuseUnfit } from "./lib/save-row";
import { placeOf } from "./lib/tables";

/**
 * Adds a row of reference data.
 * @throws AppError INVALID_INPUT naming the field
 */
export const addReference = defineCommand({
  name: "reference.add",
  permission: "reference.write",
  input: NewReferenceInput,
  run: async ({ tx, input: { table: kind, values } }) => {
    await refuseUnfit(tx, kind, values, null);
    await makeRoom(tx, kind, values, null);
    const { table } = placeOf(kind);
    const [made] = await tx.insert(table).values(values).returning({ id: table.id });
    if (!made) throw new AppError("INTERNAL");
    const id = Number(made.id);
    return { result: { kind, id }, audit: { subject: kind, subjectId: id, after: values } };
  },
});
