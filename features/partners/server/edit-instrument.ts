import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { instruments } from "@/db/schema/instruments";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { EditInstrumentInput } from "../schema";
import { instrumentFields } from "./lib/instrument-fields";

/**
 * Changes the fields of an instrument.
 * @throws AppError NOT_FOUND, CONFLICT with the current fields
 */
export const editInstrument = defineCommand({
  name: "instrument.edit",
  permission: "instrument.write",
  input: EditInstrumentInput,
  load: ({ tx, input }) => loadInstrument(tx, input.instrumentId),
  run: async ({ tx, input, row, context }) => {
    const { instrumentId, version, ...fields } = input;
    if (row.version !== version) throw new AppError("CONFLICT", { current: instrumentFields(row) });
    const result = { partnerId: row.partnerId };
    const changed = changedFields(row, fields);
    if (!changed) return { result, audit: null };
    await tx
      .update(instruments)
      .set({ ...fields, version: sql`${instruments.version} + 1`, updatedAt: context.now })
      .where(eq(instruments.id, instrumentId));
    return { result, audit: { subject: "instruments", subjectId: instrumentId, ...changed } };
  },
});

async function loadInstrument(tx: Transaction, id: number) {
  const [row] = await tx.select().from(instruments).where(eq(instruments.id, id)).for("update");
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}
