"use server";

import { getTranslations } from "next-intl/server";
import { type Fields, formAction, idOf, redrawOnConflict } from "@/server/form-action";
import { changeProgress } from "./server/change-progress";
import { createActivity } from "./server/create-activity";
import { editActivity } from "./server/edit-activity";
import { removeDraft } from "./server/remove-draft";
import { reportProgress } from "./server/report-progress";
import { reportState } from "./server/report-state";
import { submitEntry } from "./server/submit-entry";

type Saved = "report" | "edit" | "editUncleared" | "create" | "submit" | "state";

/** The entry's page, which says what was saved and lets go of the kept draft. */
const entryPage = (entryId: number, saved: Saved) => `/activities/${entryId}?saved=${saved}` as const;

/** The page of the entry that the form names. */
const sameEntry = (saved: Saved) => (_result: unknown, fields: Fields) => entryPage(idOf(fields, "entryId"), saved);

/** Changes status, schedule or progress of one row or of the selected rows, all or nothing. */
export const changeRows = formAction(changeProgress, {
  reply: async ({ changed }) => {
    const t = await getTranslations("activities");
    return { changed, message: t("changed", { count: changed }) };
  },
});

/** Records a progress report. */
export const report = formAction(reportProgress, { goTo: sameEntry("report") });

/** Makes a new activity with its draft entry. */
export const create = formAction(createActivity, { goTo: ({ entryId }) => entryPage(entryId, "create") });

/** Saves the edited fields. */
export const edit = formAction(editActivity, {
  goTo: ({ clearanceFell }, fields) => entryPage(idOf(fields, "entryId"), clearanceFell ? "editUncleared" : "edit"),
});

/** Records what one member state reports of its share. */
export const reportShare = formAction(reportState, { goTo: sameEntry("state") });

/** Hands a draft in. */
export const submit = formAction(submitEntry, { goTo: sameEntry("submit"), onRefusal: redrawOnConflict });

/** Removes a draft and goes back to its plan. */
export const remove = formAction(removeDraft, {
  goTo: ({ planId }) => `/plans/${planId}`,
  onRefusal: redrawOnConflict,
});
