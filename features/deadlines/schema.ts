import { z } from "zod";
import { ruleBounds } from "@/domain/deadline-rules";
import { anchors, farthestDays } from "@/domain/deadlines";
import { locales } from "@/domain/vocabulary";
import {
  optionalDay,
  optionalId,
  optionalText,
  presentField,
  requiredWhole,
  rowId,
  seenVersion,
  wholeOrNought,
} from "@/server/form-fields";

/** The fields of a deadline by their form names. */
const ownFields = {
  titleEn: optionalText(200),
  titleLo: optionalText(200),
  anchor: z.enum(anchors, { error: "UNKNOWN_CHOICE" }),
  fixedOn: optionalDay,
  meetingId: optionalId,
  days: wholeOrNought({ min: 0, max: farthestDays }),
  side: z.enum(["before", "after"], { error: "UNKNOWN_CHOICE" }).default("before"),
};

type OwnFields = z.output<z.ZodObject<typeof ownFields>>;

function checkOwnFields({ titleEn, titleLo, anchor, fixedOn, meetingId }: OwnFields, context: z.RefinementCtx): void {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (!titleEn && !titleLo) refuse("titleEn", "TITLE_REQUIRED");
  if (anchor === "day" && fixedOn === null) refuse("fixedOn", "REQUIRED");
  if (anchor === "meeting" && meetingId === null) refuse("meetingId", "REQUIRED");
}

/** The columns for the fields. Fields of other anchors are cleared. */
export function columnsOf({ titleEn, titleLo, anchor, fixedOn, meetingId, days, side }: OwnFields) {
  return {
    titleEn,
    titleLo,
    anchor,
    fixedOn: anchor === "day" ? fixedOn : null,
    meetingId: anchor === "meeting" ? meetingId : null,
    // Not `-days`: for 0 that is -0, which the comparison of before and after sees as a change.
    offsetDays: anchor === "day" || days === 0 ? 0 : side === "before" ? -days : days,
  };
}

/** A new deadline of an entry; without an entry, of the meeting from which it is counted. */
export const NewDeadlineInput = z.object({ entryId: optionalId, ...ownFields }).superRefine((fields, context) => {
  checkOwnFields(fields, context);
  if (fields.entryId === null && fields.anchor !== "meeting")
    context.addIssue({ code: "custom", path: ["anchor"], message: "UNKNOWN_CHOICE" });
});

/** The edited fields of a deadline. The entry or meeting it belongs to cannot change. */
export const EditDeadlineInput = z
  .object({ deadlineId: rowId, version: seenVersion, ...ownFields })
  .superRefine(checkOwnFields);

/** A deadline with the version that the person saw. */
export const SeenDeadlineInput = z.object({ deadlineId: rowId, version: seenVersion });

/** The same, with whether it is done. */
export const MarkDeadlineInput = SeenDeadlineInput.extend({
  done: z.enum(["yes", "no"], { error: "UNKNOWN_CHOICE" }),
});

/**
 * Input of the form of the rules, with the version of the setting it was filled from (0 if never
 * saved).
 */
export const SetRulesInput = z.object({
  funds: optionalText(300).transform((text) => text ?? ""),
  disbursedPercent: requiredWhole(ruleBounds.disbursedPercent),
  disbursedMonth: requiredWhole(ruleBounds.disbursedMonth),
  financialReportDays: requiredWhole(ruleBounds.financialReportDays),
  completionReportDays: requiredWhole(ruleBounds.completionReportDays),
  version: z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").min(0),
});

/**
 * Input for a calendar address: the language of the calendar, and the current password as
 * confirmation.
 */
export const MakeFeedInput = z.object({
  locale: z.enum(locales, { error: "UNKNOWN_CHOICE" }),
  present: presentField,
});

export const FeedIdInput = z.object({ feedId: rowId });
