import { z } from "zod";
import { schedules, statuses } from "@/domain/lifecycle";
import {
  chosenId,
  manyOf,
  optionalChoice,
  optionalDay,
  optionalPercent,
  optionalText,
  requiredText,
  rowId,
  seenVersion,
} from "@/server/form-fields";

/** Maximum number of drafts on one page and in one form. */
export const draftLimit = 200;

/** A new round for a meeting: its due date and its plans. */
export const OpenRoundInput = z.object({
  meetingId: chosenId,
  dueOn: optionalDay.refine((day) => day !== null, "REQUIRED").transform((day) => day ?? ""),
  planIds: manyOf(rowId, 100).pipe(z.array(z.number()).min(1, "REQUIRED")),
  note: optionalText(2000),
});

/**
 * A reporter's text about an entry, complete or not. `entryVersion` is the version of the entry
 * shown beside the form.
 */
export const DraftInput = z.object({
  draftId: rowId,
  version: seenVersion,
  entryVersion: seenVersion,
  status: optionalChoice(statuses),
  schedule: optionalChoice(schedules),
  scheduleReason: optionalText(2000),
  progress: optionalPercent,
  textEn: optionalText(5000),
  textLo: optionalText(5000),
  issues: optionalText(5000),
  nextSteps: optionalText(5000),
  decisionSought: optionalText(2000),
});

export type DraftFields = Omit<z.output<typeof DraftInput>, "draftId" | "version" | "entryVersion">;

/** A draft and the version of it that the head has seen: `12:3`. */
const seenDraft = z
  .string()
  .regex(/^[1-9]\d{0,8}:[1-9]\d{0,8}$/, "INVALID_INPUT")
  .transform((text) => {
    const [id, version] = text.split(":").map(Number);
    return { id: id ?? 0, version: version ?? 0 };
  });

const seenDrafts = manyOf(seenDraft, draftLimit).pipe(
  z.array(z.object({ id: z.number(), version: z.number() })).min(1, "REQUIRED"),
);

/**
 * One draft or several. With `entryVersion`, the head has seen the current entry beside the single
 * draft.
 */
export const AcceptInput = z.object({
  roundId: rowId,
  drafts: seenDrafts,
  entryVersion: z.preprocess((value) => value || undefined, seenVersion.optional()),
});

/** One draft or several, with a remark on what has to be corrected. */
export const ReturnInput = z.object({ roundId: rowId, drafts: seenDrafts, remark: requiredText(2000) });

/** A round and the version of it that the person has seen. */
export const SeenRoundInput = z.object({ roundId: rowId, version: seenVersion });
