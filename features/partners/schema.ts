import { z } from "zod";
import { knownValidity } from "@/domain/validity";
import { instrumentKinds, instrumentStates, validityPrecisions } from "@/domain/vocabulary";
import { checkBox, optionalDay, optionalText, requiredText, rowId, seenVersion } from "@/server/form-fields";

const precision = z.enum(validityPrecisions, { error: "UNKNOWN_CHOICE" }).default("exact");

/** The fields of an instrument. Each day has a precision. */
const fields = {
  kind: z.enum(instrumentKinds, { error: "UNKNOWN_CHOICE" }),
  nameEn: requiredText(300),
  nameLo: optionalText(300),
  loIsTranslation: checkBox,
  state: z.enum(instrumentStates, { error: "UNKNOWN_CHOICE" }),
  validFrom: optionalDay,
  fromPrecision: precision,
  validTo: optionalDay,
  toPrecision: precision,
  noteEn: optionalText(1000),
  noteLo: optionalText(1000),
  reference: optionalText(300),
};

type Fields = z.output<z.ZodObject<typeof fields>>;

/** Normalises the days by their precision, and checks that the end is not before the start. */
function withDays<T extends Fields>(input: T, context: z.RefinementCtx): T {
  const known = { ...input, ...knownValidity(input) };
  if (known.validFrom && known.validTo && known.validTo < known.validFrom)
    context.addIssue({ code: "custom", path: ["validTo"], message: "END_BEFORE_START" });
  return known;
}

export const NewInstrumentInput = z.object({ partnerId: rowId, ...fields }).transform(withDays);

/** The edited fields of an instrument. Its partner cannot change. */
export const EditInstrumentInput = z
  .object({ instrumentId: rowId, version: seenVersion, ...fields })
  .transform(withDays);
