import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { partners } from "@/db/schema/bodies";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";

/**
 * A partner's name, and whether the actor may edit its instruments; for the forms of instruments.
 * @throws AppError NOT_FOUND
 */
export const getPartnerName = defineQuery({
  name: "partner.getName",
  permission: "partner.read",
  input: z.object({ partnerId: rowId }),
  run: async ({ db, actor, input: { partnerId } }) => {
    const { id, nameEn: en, nameLo: lo } = partners;
    const [partner] = await db.select({ id, en, lo }).from(partners).where(eq(id, partnerId));
    if (!partner) throw new AppError("NOT_FOUND");
    return { partner, can: { write: can(actor, "instrument.write") } };
  },
});
