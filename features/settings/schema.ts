import { z } from "zod";
import { takingBackBounds } from "@/domain/taking-back";

const { hours, binDays } = takingBackBounds;

const whole = ({ min, max }: { min: number; max: number }) =>
  z.preprocess(
    // An empty field would be read as 0.
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    z.coerce.number({ error: "NOT_A_NUMBER" }).int("NOT_A_NUMBER").min(min).max(max),
  );

/** Input of the form for taking back; `version` is 0 if nothing has been saved yet. */
export const SetTakingBackInput = z.object({
  hours: whole(hours),
  binDays: whole(binDays),
  version: z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").min(0),
});
