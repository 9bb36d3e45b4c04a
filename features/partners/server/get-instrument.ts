import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { partners } from "@/db/schema/bodies";
import { instruments } from "@/db/schema/instruments";
import { AppError } from "@/domain/errors";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { instrumentFields } from "./lib/instrument-fields";

/**
 * An instrument for its edit form.
 * @throws AppError NOT_FOUND
 */
export const getInstrument = defineQuery({
  name: "partner.getInstrument",
  permission: "instrument.write",
  input: z.object({ instrumentId: rowId }),
  run: async ({ db, input: { instrumentId } }) => {
    const [row] = await db
      .select({ instrument: instruments, partner: partners })
      .from(instruments)
      .innerJoin(partners, eq(partners.id, instruments.partnerId))
      .where(eq(instruments.id, instrumentId));
    if (!row) throw new AppError("NOT_FOUND");
    const { id, nameEn: en, nameLo: lo } = row.partner;
    return { id: instrumentId, partner: { id, en, lo }, fields: instrumentFields(row.instrument) };
  },
});
