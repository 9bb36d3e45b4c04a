import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { formerNames } from "@/db/schema/bodies";
import { addDays } from "@/domain/days";
import { AppError } from "@/domain/errors";
import { today } from "@/server/context";
import { defineCommand } from "@/server/define";
import { declarations } from "../kinds";
import { RenameReferenceInput } from "../schema";
import { loadRow, refuseStale } from "./lib/load-row";
import { placeOf } from "./lib/tables";

/**
 * Gives a row a new name from a day on. The former one stays the name of all days before it.
 * @throws AppError NOT_FOUND, CONFLICT, NOTHING_TO_SAVE; INVALID_INPUT with DAY_AHEAD, or with
 *   NAME_DAY_TOO_EARLY if the present name is not older than that day
 */
export const renameReference = defineCommand({
  name: "reference.rename",
  permission: "reference.write",
  input: RenameReferenceInput,
  load: ({ tx, input }) => loadRow(tx, input.table, input.id),
  run: async ({ tx, context, input, row }) => {
    const { table: kind, id, version, nameEn, nameLo } = input;
    const from = String(input.from);
    refuseStale(kind, row, version);
    if (row.nameEn === nameEn && row.nameLo === nameLo) throw new AppError("NOTHING_TO_SAVE");
    const refuse = (code: "DAY_AHEAD" | "NAME_DAY_TOO_EARLY", params = {}) =>
      new AppError("INVALID_INPUT", { fields: [{ field: "from", code, params }] });
    if (from > today(context)) throw refuse("DAY_AHEAD");
    const isOfRow = and(eq(formerNames.subject, kind), eq(formerNames.subjectId, id));
    const [last] = await tx.select().from(formerNames).where(isOfRow).orderBy(desc(formerNames.validTo)).limit(1);
    const first = row[declarations[kind].from];
    const since = last ? addDays(last.validTo, 1) : typeof first === "string" ? first : null;
    if (since !== null && from <= since) throw refuse("NAME_DAY_TOO_EARLY");
    const former = { nameEn: row.nameEn, nameLo: row.nameLo };
    await tx.insert(formerNames).values({ subject: kind, subjectId: id, ...former, validTo: addDays(from, -1) });
    const { table } = placeOf(kind);
    const values = { nameEn, nameLo };
    await tx
      .update(table)
      .set({ ...values, version: sql`${table.version} + 1` })
      .where(eq(table.id, id));
    const audit = { subject: kind, subjectId: id, before: former, after: { ...values, from } };
    return { result: { kind, id }, audit };
  },
});
