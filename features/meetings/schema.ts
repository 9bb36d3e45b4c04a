import { z } from "zod";
import { decisionOutcomes } from "@/domain/lifecycle";
import { knownDays, runsBackwards } from "@/domain/meeting-days";
import { dayPrecisions } from "@/domain/vocabulary";
import {
  chosenId,
  manyOf,
  optionalDay,
  optionalId,
  optionalText,
  optionalWhole,
  requiredText,
  rowId,
  seenVersion,
} from "@/server/form-fields";

const precision = z.enum(dayPrecisions, { error: "UNKNOWN_CHOICE" }).default("exact");

/** The fields of a meeting. Each day has a precision. */
const meetingFields = {
  ordinal: optionalWhole({ min: 1, max: 999 }),
  titleEn: requiredText(200),
  titleLo: optionalText(200),
  cycleId: optionalId,
  placeEn: optionalText(200),
  placeLo: optionalText(200),
  hostStateId: optionalId,
  chairStateId: optionalId,
  chairName: optionalText(120),
  themeEn: optionalText(300),
  themeLo: optionalText(300),
  firstOn: optionalDay,
  firstPrecision: precision,
  lastOn: optionalDay,
  lastPrecision: precision,
};

type Fields = z.output<z.ZodObject<typeof meetingFields>>;

function checkDays(fields: Fields, context: z.RefinementCtx): void {
  if (runsBackwards(knownDays(fields)))
    context.addIssue({ code: "custom", path: ["lastOn"], message: "END_BEFORE_START" });
}

/** A new meeting of a body; its code is made from body, ordinal and year. */
export const NewMeetingInput = z
  .object({ bodyId: chosenId, partnerId: optionalId, ...meetingFields })
  .superRefine(checkDays);

/** The edited fields of a meeting. Its body and partner cannot change. */
export const EditMeetingInput = z
  .object({ meetingId: rowId, version: seenVersion, ...meetingFields })
  .superRefine(checkDays);

/** A meeting with the version that the person saw. */
export const SeenMeetingInput = z.object({ meetingId: rowId, version: seenVersion });

/** Why a meeting is postponed or cancelled. */
export const OffMeetingInput = SeenMeetingInput.extend({ reason: requiredText(2000) });

/**
 * `review` is the fingerprint of the review that the person saw (`reviewOf`); empty if it showed no
 * decisions.
 */
export const CloseMeetingInput = SeenMeetingInput.extend({ review: z.string().max(200_000).default("") });

/** An agenda item, with its number as printed. */
export const NewAgendaItemInput = z
  .object({ meetingId: rowId, no: optionalText(20), titleEn: optionalText(300), titleLo: optionalText(300) })
  .superRefine(({ titleEn, titleLo }, context) => {
    if (!titleEn && !titleLo) context.addIssue({ code: "custom", path: ["titleEn"], message: "TITLE_REQUIRED" });
  });

/** A meeting. */
export const MeetingInput = z.object({ meetingId: rowId });

/** An agenda item, and the side to which it moves. */
export const MoveItemInput = z.object({ itemId: rowId, to: z.enum(["up", "down"], { error: "UNKNOWN_CHOICE" }) });

/** One or more entries for one agenda item. */
export const AgendaEntriesInput = z.object({
  itemId: chosenId,
  entryIds: manyOf(rowId, 100).pipe(z.array(z.number()).min(1, "REQUIRED")),
});

const decisionFields = {
  verbPrinted: requiredText(120),
  outcome: z.enum(decisionOutcomes, { error: "UNKNOWN_CHOICE" }),
  textEn: optionalText(5000),
  textLo: optionalText(5000),
  reference: optionalText(300),
};

/** Ids in one field, separated by commas. */
const idList = z
  .string()
  .max(100_000)
  .default("")
  .transform((text) => text.split(",").filter(Boolean).map(Number));

/**
 * One meeting's decision on one entry. `openMeetings` are the meetings that were open when the form
 * was shown.
 */
export const DecisionInput = z.object({
  entryId: rowId,
  version: seenVersion,
  meetingId: chosenId,
  agendaItemId: optionalId,
  agendaNo: optionalText(40),
  openMeetings: idList,
  ...decisionFields,
});

/** An entry under an agenda item, with the version that the person saw: `7:12:3`. */
const agendaRow = z
  .string()
  .regex(/^[1-9]\d{0,8}:[1-9]\d{0,8}:[1-9]\d{0,8}$/, "INVALID_INPUT")
  .transform((text) => {
    const [itemId = 0, entryId = 0, version = 0] = text.split(":").map(Number);
    return { itemId, entryId, version };
  });

/** The most decisions of one act. */
const mostDecisions = 100;

/**
 * One decision of an open meeting on several entries of its agenda. `own` has the words of single
 * entries in the place of the common ones.
 */
export const DecisionsInput = z.object({
  meetingId: rowId,
  rows: manyOf(agendaRow, mostDecisions).pipe(
    z
      .array(z.object({ itemId: z.number(), entryId: z.number(), version: z.number() }))
      .min(1, "REQUIRED")
      .refine((rows) => new Set(rows.map(({ entryId }) => entryId)).size === rows.length, "INVALID_INPUT"),
  ),
  ...decisionFields,
  own: z
    .array(z.object({ entryId: rowId, textEn: optionalText(5000), textLo: optionalText(5000) }))
    .max(mostDecisions)
    .default([]),
});
export type DecisionsSaid = z.output<typeof DecisionsInput>;

/** A correction of a recorded decision. `version` is the version of the entry. */
export const CorrectionInput = z.object({ decisionId: rowId, version: seenVersion, ...decisionFields });
