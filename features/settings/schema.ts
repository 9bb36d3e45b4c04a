import { z } from "zod";
import { takingBackBounds } from "@/domain/taking-back";
import { requiredWhole } from "@/server/form-fields";

/** Input of the form for taking back; `version` is 0 if nothing has been saved yet. */
export const SetTakingBackInput = z.object({
  hours: requiredWhole(takingBackBounds.hours),
  binDays: requiredWhole(takingBackBounds.binDays),
  version: z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").min(0),
});
