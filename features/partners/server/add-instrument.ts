import "server-only";
import { eq } from "drizzle-orm";
import { partners } from "@/db/schema/bodies";
import { instruments } from "@/db/schema/instruments";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { NewInstrumentInput } from "../schema";

/**
 * Adds an instrument to a partner.
 * @throws AppError NOT_FOUND if the partner does not exist, INVALID_INPUT naming the field
 */
export const addInstrument = defineCommand({
  name: "instrument.add",
  permission: "instrument.write",
  input: NewInstrumentInput,
  run: async ({ tx, actor, input }) => {
    if ((await tx.$count(partners, eq(partners.id, input.partnerId))) === 0) throw new AppError("NOT_FOUND");
    const [made] = await tx
      .insert(instruments)
      .values({ ...input, isSample: actor.isSample })
      .returning({ id: instruments.id });
    if (!made) throw new AppError("INTERNAL");
    return {
      result: { instrumentId: made.id, partnerId: input.partnerId },
      audit: { subject: "instruments", subjectId: made.id, after: { ...input } },
    };
  },
});
