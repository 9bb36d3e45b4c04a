import { z } from "zod";
import { schedules, statuses } from "@/domain/lifecycle";
import { activityKinds, countedValues, locales } from "@/domain/vocabulary";
import {
  checkBox,
  manyOf,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalPercent,
  optionalText,
  optionalUsd,
  requiredText,
  rowId,
  seenVersion,
} from "@/server/form-fields";

/** A progress report: it changes status, schedule and progress together and gives the reasons. */
export const ProgressReportInput = z.object({
  entryId: rowId,
  version: seenVersion,
  reportedOn: optionalDay,
  status: z.enum(statuses, { error: "UNKNOWN_CHOICE" }),
  schedule: z.enum(schedules, { error: "UNKNOWN_CHOICE" }),
  scheduleReason: optionalText(2000),
  progress: optionalPercent,
  textEn: optionalText(5000),
  textLo: optionalText(5000),
  issues: optionalText(5000),
  nextSteps: optionalText(5000),
  decisionSought: optionalText(2000),
  meetingId: optionalId,
});

/** A row with the version that the person saw, `12:3`. */
const seenRow = z
  .string()
  .regex(/^[1-9]\d{0,9}:[1-9]\d{0,8}$/, "INVALID_INPUT")
  .transform((text) => {
    const [id, version] = text.split(":").map(Number);
    return { id: id ?? 0, version: version ?? 0 };
  });

/** The most rows of one change. */
const rowLimit = 100;

/**
 * One change for one or more rows, all or none. Empty fields do not change. `text` says what
 * happened, in the language `locale`; `own` has the words of single rows in their place.
 */
export const ProgressChangeInput = z
  .object({
    rows: manyOf(seenRow, rowLimit).pipe(z.array(z.object({ id: z.number(), version: z.number() })).min(1, "REQUIRED")),
    status: optionalChoice(statuses),
    schedule: optionalChoice(schedules),
    scheduleReason: optionalText(2000),
    progress: optionalPercent,
    reportedOn: optionalDay,
    text: optionalText(5000),
    locale: z.enum(locales, { error: "UNKNOWN_CHOICE" }).default("en"),
    own: z
      .array(z.object({ entryId: rowId, text: optionalText(5000), reason: optionalText(2000) }))
      .max(rowLimit)
      .default([]),
  })
  .superRefine(({ status, schedule, progress, text, own }, context) => {
    const isSaying = [status, schedule, progress, text, ...own.map((row) => row.text)].some((value) => value !== null);
    if (!isSaying) context.addIssue({ code: "custom", path: ["status"], message: "NOTHING_TO_SAVE" });
  });
export type ProgressChange = z.output<typeof ProgressChangeInput>;

/** The fields of an activity and of its entry in one plan; the same for creating and editing. */
const activityFields = {
  titleEn: optionalText(300),
  titleLo: optionalText(300),
  originalLocale: z.enum(locales, { error: "UNKNOWN_CHOICE" }),
  summaryEn: optionalText(5000),
  summaryLo: optionalText(5000),
  kind: z.enum(activityKinds, { error: "UNKNOWN_CHOICE" }),
  outcomeIds: manyOf(rowId),
  proponentStateId: optionalId,
  coProponentStateIds: manyOf(rowId),
  implementingStateIds: manyOf(rowId),
  participantStateIds: manyOf(rowId),
  funderPartnerIds: manyOf(rowId),
  plannedStartOn: optionalDay,
  plannedEndOn: optionalDay,
  actualStartOn: optionalDay,
  actualEndOn: optionalDay,
  budgetApprovedUsd: optionalUsd,
  budgetDisbursedUsd: optionalUsd,
  fund: optionalText(200),
  counted: z.enum(countedValues, { error: "UNKNOWN_CHOICE" }).default("unknown"),
  isConfidential: checkBox,
  internalRemark: optionalText(5000),
};

type Fields = z.output<z.ZodObject<typeof activityFields>>;

/** Checks rules between fields and reports each at the field where it can be corrected. */
function checkTogether(fields: Fields, context: z.RefinementCtx): void {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  const original = fields.originalLocale === "lo" ? fields.titleLo : fields.titleEn;
  if (!original) refuse(fields.originalLocale === "lo" ? "titleLo" : "titleEn", "TITLE_REQUIRED");
  if (isBefore(fields.plannedEndOn, fields.plannedStartOn)) refuse("plannedEndOn", "END_BEFORE_START");
  if (isBefore(fields.actualEndOn, fields.actualStartOn)) refuse("actualEndOn", "END_BEFORE_START");
}

const isBefore = (end: string | null, start: string | null) => end !== null && start !== null && end < start;

/** A new activity with its first entry, a draft in the chosen plan. */
export const NewActivityInput = z.object({ planId: rowId, ...activityFields }).superRefine(checkTogether);

/** The edited fields, with the versions of both rows that the form was filled from. */
export const EditActivityInput = z
  .object({ entryId: rowId, version: seenVersion, activityVersion: seenVersion, ...activityFields })
  .superRefine(checkTogether);

/** An entry with the version that the person saw. */
export const SeenEntryInput = z.object({ entryId: rowId, version: seenVersion });

/**
 * A member state's report of its own share. `version` is that of the share, 0 if it does not exist
 * yet.
 */
export const StateReportInput = z.object({
  entryId: rowId,
  memberStateId: rowId,
  version: z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").min(0),
  status: optionalChoice(statuses),
  note: requiredText(5000),
  focalPoint: optionalText(200),
});
