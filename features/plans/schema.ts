import { z } from "zod";
import { carryOverActions } from "@/domain/carry-over";
import { cleanText, isStorable } from "@/domain/lao-text";
import { frameworks, planStates } from "@/domain/vocabulary";
import {
  empty,
  optionalDay,
  optionalId,
  optionalText,
  optionalWhole,
  requiredText,
  rowId,
  seenVersion,
} from "@/server/form-fields";

const optionalCount = optionalWhole({ min: 0, max: 999 });
const address = z.preprocess(
  empty,
  z
    .string({ error: "NOT_AN_ADDRESS" })
    .refine(isStorable, "NOT_AN_ADDRESS")
    .transform(cleanText)
    .pipe(z.url({ protocol: /^https?$/, error: "NOT_AN_ADDRESS" }).max(500))
    .nullable()
    .default(null),
);

/** The official counts and their source. A count must have a source. */
const countFields = {
  approvedCount: optionalCount,
  proposedCount: optionalCount,
  sourceTitle: optionalText(300),
  sourcePublisher: optionalText(200),
  sourcePublishedOn: optionalDay,
  sourceAddress: address,
};

type Counts = z.output<z.ZodObject<typeof countFields>>;

function checkSource(fields: Counts, context: z.RefinementCtx): void {
  const hasCount = fields.approvedCount !== null || fields.proposedCount !== null;
  if (hasCount && !fields.sourceTitle) context.addIssue({ code: "custom", path: ["sourceTitle"], message: "REQUIRED" });
}

/** What `checkSource` asks, as JSON Schema. */
export const countWithSource = {
  dependentRequired: { approvedCount: ["sourceTitle"], proposedCount: ["sourceTitle"] },
} as const;

/** A plan is closed by a separate command, not by this field. */
const openStates = planStates.filter((state) => state !== "closed");

/** A new plan, for an existing period or for a new one with its days. */
export const NewPlanInput = z
  .object({
    framework: z.enum(frameworks, { error: "UNKNOWN_CHOICE" }),
    partnerId: optionalId,
    periodId: optionalId,
    periodEn: optionalText(60),
    periodLo: optionalText(60),
    periodStartsOn: optionalDay,
    periodEndsOn: optionalDay,
    masterplanId: optionalId,
    state: z.enum(openStates, { error: "UNKNOWN_CHOICE" }).default("preparing"),
    titleEn: requiredText(200),
    titleLo: optionalText(200),
    ...countFields,
  })
  .superRefine((fields, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (fields.framework === "partner" && fields.partnerId === null) refuse("partnerId", "REQUIRED");
    if (fields.framework !== "partner" && fields.partnerId !== null) refuse("partnerId", "INVALID_INPUT");
    if (fields.periodId === null) {
      for (const name of ["periodEn", "periodStartsOn", "periodEndsOn"] as const) {
        if (!fields[name]) refuse(name, "REQUIRED");
      }
      const { periodStartsOn: from, periodEndsOn: to } = fields;
      if (from && to && to < from) refuse("periodEndsOn", "END_BEFORE_START");
    }
    checkSource(fields, context);
  })
  .meta({
    anyOf: [{ required: ["periodId"] }, { required: ["periodEn", "periodStartsOn", "periodEndsOn"] }],
    if: { properties: { framework: { const: "partner" } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ["partnerId"] },
    else: { properties: { partnerId: { type: "null" } } },
    ...countWithSource,
  });

/** A plan's state, titles and official counts. */
export const EditPlanInput = z
  .object({
    planId: rowId,
    version: seenVersion,
    state: z.enum(openStates, { error: "UNKNOWN_CHOICE" }),
    titleEn: requiredText(200),
    titleLo: optionalText(200),
    ...countFields,
  })
  .superRefine(checkSource);

export type CountFields = Counts;

/** The actions for entries of a closing year, each with the version that the person saw. */
export const CarryOverInput = z.object({
  planId: rowId,
  toPlanId: optionalId,
  entries: z
    .array(
      z.object({
        entryId: rowId,
        version: seenVersion,
        action: z.enum(carryOverActions, { error: "UNKNOWN_CHOICE" }),
        reason: optionalText(2000),
        into: optionalText(60),
        by: optionalId,
      }),
    )
    .min(1, "REQUIRED")
    .max(50)
    .refine((all) => new Set(all.map(({ entryId }) => entryId)).size === all.length, "INVALID_INPUT"),
});

/** A plan with the version that the person saw. */
export const SeenPlanInput = z.object({ planId: rowId, version: seenVersion });

/** Why a closed plan is reopened, and its new state. */
export const ReopenPlanInput = SeenPlanInput.extend({
  state: z.enum(openStates, { error: "UNKNOWN_CHOICE" }),
  reason: requiredText(2000),
});
