import { z } from "zod";
import { clearanceChoices } from "@/server/entries/clearance";
import { optionalText, rowId, seenVersion } from "@/server/form-fields";

/** Version of the row that the form was filled from; 0 while nothing has been saved. */
const version = z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").min(0);

const part = optionalText(5000);

/** Parts of a concept note; each may be empty. */
export const ConceptInput = z.object({
  entryId: rowId,
  version,
  purpose: part,
  background: part,
  objectives: part,
  beneficiaries: part,
  workPlan: part,
  method: part,
  funding: part,
  successIndicators: part,
});

/** An entry and the version of it that the person has seen. */
export const SeenDraftInput = z.object({ entryId: rowId, version: seenVersion });

/**
 * Form for heads of division: whether national clearance is required, and the version of the
 * setting that the form was filled from.
 */
export const SetClearanceInput = z.object({ asked: z.enum(clearanceChoices, { error: "UNKNOWN_CHOICE" }), version });
