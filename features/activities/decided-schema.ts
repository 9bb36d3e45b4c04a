import { z } from "zod";
import { hasLao } from "@/domain/lao-text";
import { decisionOutcomes } from "@/domain/lifecycle";
import { activityKinds, countedValues } from "@/domain/vocabulary";
import { chosenId, optionalDay, optionalId, optionalText, requiredText, rowId } from "@/server/form-fields";

/** The most lines of one paste. */
export const decidedLimit = 100;

/** A title, and after a tab or a bar the code of the state that proposed it. */
export type DecidedLine = { titleEn: string | null; titleLo: string | null; stateCode: string | null };

/** The lines of a paste, a column or two of a sheet. Empty lines are passed over. */
export function decidedLines(text: string): DecidedLine[] {
  return text.split("\n").flatMap((line) => {
    const [title = "", state = ""] = line.split(/\t|\s\|\s/).map((part) => part.trim());
    if (title === "") return [];
    const titles = hasLao(title) ? { titleEn: null, titleLo: title } : { titleEn: title, titleLo: null };
    return [{ ...titles, stateCode: state === "" ? null : state.toUpperCase() }];
  });
}

/** Activities on which a meeting has decided already, each a line, with the one decision on all. */
export const DecidedInput = z.object({
  planId: rowId,
  titles: requiredText(40_000).pipe(
    z.string().transform(decidedLines).pipe(z.array(z.custom<DecidedLine>()).min(1, "REQUIRED").max(decidedLimit)),
  ),
  meetingId: chosenId,
  verbPrinted: requiredText(200),
  outcome: z.enum(decisionOutcomes, { error: "UNKNOWN_CHOICE" }),
  reference: optionalText(200),
  sourceTitle: optionalText(300),
  sourceOn: optionalDay,
  proponentStateId: optionalId,
  kind: z.enum(activityKinds, { error: "UNKNOWN_CHOICE" }),
  counted: z.enum(countedValues, { error: "UNKNOWN_CHOICE" }),
});
export type Decided = z.output<typeof DecidedInput>;
