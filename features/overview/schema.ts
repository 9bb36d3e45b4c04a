import { z } from "zod";
import { silentAfterBounds } from "@/domain/signals";
import { optionalText, requiredText } from "@/server/form-fields";

/** Of the setting that the form was filled from; 0 while nothing has been saved. */
const version = z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").min(0);

/**
 * The manager's form: the cycle that is implemented, the one in preparation, and the version it was
 * filled from.
 */
export const SetCycleInput = z
  .object({ current: requiredText(40), preparing: optionalText(40), version })
  .superRefine(({ current, preparing }, context) => {
    if (current === preparing) context.addIssue({ code: "custom", path: ["preparing"], message: "UNKNOWN_CHOICE" });
  });

/** The manager's form: days without an update, and the version it was filled from. */
export const SetSilenceInput = z.object({
  days: z.preprocess(
    // An empty field would be read as nought.
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    z.coerce
      .number({ error: "NOT_A_NUMBER" })
      .int("NOT_A_NUMBER")
      .min(silentAfterBounds.min)
      .max(silentAfterBounds.max),
  ),
  version,
});
