"use server";

import { type Fields, formAction, idOf, redrawOnConflict } from "@/server/form-action";
import { clearEntry } from "./server/clear-entry";
import { saveConcept } from "./server/save-concept";
import { setClearance } from "./server/set-clearance";

/** The page of the entry that the form names, which says what was saved. */
const entryPage = (fields: Fields, saved: string) => `/activities/${idOf(fields, "entryId")}?saved=${saved}` as const;

/** Saves the concept paper of a draft. */
export const writeConcept = formAction(saveConcept, {
  goTo: ({ clearanceFell }, fields) => entryPage(fields, clearanceFell ? "conceptUncleared" : "concept"),
});

/** Says that a draft is cleared at home. */
export const clear = formAction(clearEntry, {
  goTo: (_, fields) => entryPage(fields, "cleared"),
  onRefusal: redrawOnConflict,
});

/** Saves whether national clearance is asked for before submission. */
export const saveClearance = formAction(setClearance, { goTo: () => "/settings?saved=clearance" });
