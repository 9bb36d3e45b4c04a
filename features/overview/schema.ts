import { z } from "zod";
import { silentAfterBounds } from "@/domain/signals";
import { optionalText, requiredText, requiredWhole } from "@/server/form-fields";

/** Version of the setting that the form was filled from; 0 if nothing has been saved yet. */
const version = z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").min(0);

/**
 * Input of the cycle form: the cycle being implemented, the one in preparation, and the version.
 */
export const SetCycleInput = z
  .object({ current: requiredText(40), preparing: optionalText(40), version })
  .superRefine(({ current, preparing }, context) => {
    if (current === preparing) context.addIssue({ code: "custom", path: ["preparing"], message: "UNKNOWN_CHOICE" });
  });

/** Input of the silence form: days without an update, and the version. */
export const SetSilenceInput = z.object({
  days: requiredWhole(silentAfterBounds),
  version,
});
