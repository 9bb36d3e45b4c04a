"use server";

import { getTranslations } from "next-intl/server";
import { type Fields, formAction, idOf, redrawAlways, redrawOnConflict } from "@/server/form-action";
import { changeFields } from "./change-fields";
import { changeProgress } from "./server/change-progress";
import { createActivity } from "./server/create-activity";
import { editActivity } from "./server/edit-activity";
import { removeDraft } from "./server/remove-draft";
import { reportProgress } from "./server/report-progress";
import { reportState } from "./server/report-state";
import { submitEntry } from "./server/submit-entry";
import { undoChange } from "./server/undo-change";

type Saved = "report" | "edit" | "editUncleared" | "create" | "submit" | "state" | "undo";

/** The entry's page. `saved` makes it confirm what was saved and delete the draft of the form. */
const entryPage = (entryId: number, saved: Saved) => `/activities/${entryId}?saved=${saved}` as const;

/** The page of the entry that the form names. */
const sameEntry = (saved: Saved) => (_result: unknown, fields: Fields) => entryPage(idOf(fields, "entryId"), saved);

/** Changes status, schedule or progress of one or more rows; all or none. */
export const changeRows = formAction(changeProgress, {
  input: changeFields,
  reply: async ({ changed, act }) => {
    const t = await getTranslations("activities");
    return { changed, act, message: t("changed", { count: changed }) };
  },
});

/** Takes back the last act on the rows of the list. */
export const undoRows = formAction(undoChange, {
  reply: async ({ undone }) => (await getTranslations("activities"))("undone", { count: undone }),
});

/** Takes back the last act on the entry whose page or history is shown. */
export const undo = formAction(undoChange, { goTo: sameEntry("undo"), onRefusal: redrawAlways });

export const report = formAction(reportProgress, { goTo: sameEntry("report") });

/** Creates an activity with its draft entry. */
export const create = formAction(createActivity, { goTo: ({ entryId }) => entryPage(entryId, "create") });

export const edit = formAction(editActivity, {
  goTo: ({ clearanceFell }, fields) => entryPage(idOf(fields, "entryId"), clearanceFell ? "editUncleared" : "edit"),
});

/** Records a member state's report of its share. */
export const reportShare = formAction(reportState, { goTo: sameEntry("state") });

/** Submits a draft. */
export const submit = formAction(submitEntry, { goTo: sameEntry("submit"), onRefusal: redrawOnConflict });

/** Removes a draft and returns to its plan. */
export const remove = formAction(removeDraft, {
  goTo: ({ planId }) => `/plans/${planId}`,
  onRefusal: redrawOnConflict,
});
