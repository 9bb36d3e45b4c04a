import { z } from "zod";
import { schedules, statuses } from "@/domain/lifecycle";
import {
  manyOf,
  optionalChoice,
  optionalDay,
  optionalPercent,
  optionalText,
  rowId,
  seenVersion,
} from "@/server/form-fields";

/** A progress report: one act that moves status, schedule and progress and says why. */
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
  meetingId: z.preprocess((value) => (value === "" ? null : value), rowId.nullable().default(null)),
});

/** A row and the version of it that the person saw, `12:3`. */
const seenRow = z
  .string()
  .regex(/^[1-9]\d{0,9}:[1-9]\d{0,8}$/, "INVALID_INPUT")
  .transform((text) => {
    const [id, version] = text.split(":").map(Number);
    return { id: id ?? 0, version: version ?? 0 };
  });

/** One change for one row or many, all or nothing; a field left empty stays as it is in each row. */
export const ProgressChangeInput = z.object({
  rows: manyOf(seenRow, 100).pipe(z.array(z.object({ id: z.number(), version: z.number() })).min(1, "REQUIRED")),
  status: optionalChoice(statuses),
  schedule: optionalChoice(schedules),
  scheduleReason: optionalText(2000),
  progress: optionalPercent,
});
