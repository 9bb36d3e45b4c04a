"use server";

import { type Fields, formAction, idOf, redrawOnConflict } from "@/server/form-action";
import { clearEntry } from "./server/clear-entry";
import { saveConcept } from "./server/save-concept";
import { setClearance } from "./server/set-clearance";

/** Address of the entry named in the form, with a message of what was saved. */
const entryPage = (fields: Fields, saved: string) => `/activities/${idOf(fields, "entryId")}?saved=${saved}` as const;

/** Saves the concept note of a draft. */
export const writeConcept = formAction(saveConcept, {
  goTo: ({ clearanceFell }, fields) => entryPage(fields, clearanceFell ? "conceptUncleared" : "concept"),
});

/** Records the national clearance of a draft. */
export const clear = formAction(clearEntry, {
  goTo: (_, fields) => entryPage(fields, "cleared"),
  onRefusal: redrawOnConflict,
});

/** Saves whether national clearance is required before submission. */
export const saveClearance = formAction(setClearance, { goTo: () => "/settings?saved=clearance" });
