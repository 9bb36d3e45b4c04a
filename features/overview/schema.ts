import { z } from "zod";
import { optionalText, requiredText } from "@/server/form-fields";

/** The manager's form: the cycle that is implemented, the one in preparation, and the version it was filled from. */
export const SetCycleInput = z
  .object({
    current: requiredText(40),
    preparing: optionalText(40),
    /** 0 while nothing has been saved. */
    version: z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").min(0),
  })
  .superRefine(({ current, preparing }, context) => {
    if (current === preparing) context.addIssue({ code: "custom", path: ["preparing"], message: "UNKNOWN_CHOICE" });
  });
