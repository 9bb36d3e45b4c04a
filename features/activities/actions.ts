"use server";

import { getTranslations } from "next-intl/server";
import { type Fields, formAction, idOf, redrawAlways, redrawOnConflict } from "@/server/form-action";
import { changeFields } from "./change-fields";
import { nextHref, queueOf } from "./queue";
import { changeProgress } from "./server/change-progress";
import { correctUpdate } from "./server/correct-update";
import { createActivity } from "./server/create-activity";
import { editActivity } from "./server/edit-activity";
import { enterDecided } from "./server/enter-decided";
import { mergeEntry } from "./server/merge-entry";
import { removeEntry } from "./server/remove-entry";
import { reportProgress } from "./server/report-progress";
import { reportState } from "./server/report-state";
import { submitEntry } from "./server/submit-entry";
import { takeBackUpdate } from "./server/take-back-update";
import { undoChange } from "./server/undo-change";
import { withdrawEntry } from "./server/withdraw-entry";

type Saved =
  | "report"
  | "edit"
  | "editUncleared"
  | "create"
  | "submit"
  | "state"
  | "undo"
  | "updateTakenBack"
  | "merge"
  | "withdraw";

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

/** Corrects an update of one's own; the address names it, so that the kept form is discarded. */
export const correctReport = formAction(correctUpdate, {
  goTo: ({ entryId }, fields) => `/activities/${entryId}?saved=updateCorrected&update=${idOf(fields, "updateId")}`,
});

/** Takes back an update of one's own. */
export const takeBackReport = formAction(takeBackUpdate, {
  goTo: ({ entryId }) => entryPage(entryId, "updateTakenBack"),
  onRefusal: redrawAlways,
});

/** Saves an update, and goes on to the next entry if it was one of a row. */
export const report = formAction(reportProgress, {
  goTo: (_result, fields) => {
    const entryId = idOf(fields, "entryId");
    const queue = queueOf(fields);
    return queue ? nextHref(queue, entryId) : entryPage(entryId, "report");
  },
});

/** Enters activities on which a meeting has decided already, and shows their plan. */
export const enterDecidedRows = formAction(enterDecided, { goTo: ({ planId }) => `/plans/${planId}?saved=decided` });

/** Creates an activity with its draft entry. */
export const create = formAction(createActivity, { goTo: ({ entryId }) => entryPage(entryId, "create") });

export const edit = formAction(editActivity, {
  goTo: ({ clearanceFell }, fields) => entryPage(idOf(fields, "entryId"), clearanceFell ? "editUncleared" : "edit"),
});

/** Records a member state's report of its share. */
export const reportShare = formAction(reportState, { goTo: sameEntry("state") });

/** Submits a draft. */
export const submit = formAction(submitEntry, { goTo: sameEntry("submit"), onRefusal: redrawOnConflict });

/** Removes a proposal and returns to its plan, which says so. */
export const remove = formAction(removeEntry, { goTo: ({ planId }) => `/plans/${planId}?saved=removed` });

/** Merges a duplicate into another entry and shows that one. */
export const merge = formAction(mergeEntry, { goTo: ({ entryId }) => entryPage(entryId, "merge") });

/** Makes a submitted proposal a draft again. */
export const withdraw = formAction(withdrawEntry, { goTo: sameEntry("withdraw"), onRefusal: redrawOnConflict });
