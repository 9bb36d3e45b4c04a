"use server";

import { formAction } from "@/server/form-action";
import { activitiesAddress, noView } from "./list-address";
import { viewHref } from "./list-state";
import { removeView } from "./server/remove-view";
import { renameView } from "./server/rename-view";
import { saveView } from "./server/save-view";
import { setDefaultView } from "./server/set-default-view";
import { takeOverView } from "./server/take-over-view";
import { updateView } from "./server/update-view";

/** Saves the list's present state as a new view. */
export const saveAs = formAction(saveView, { goTo: viewHref });

/** Saves the list's present state in the open view. */
export const saveChanges = formAction(updateView, { goTo: viewHref });

/** Saves the name of a view and whether it is shared. */
export const rename = formAction(renameView, { goTo: viewHref });

/** Deletes a view. */
export const forget = formAction(removeView, { goTo: () => activitiesAddress.href({ view: noView }) });

/** Makes the person the owner of a colleague's shared view. */
export const takeOver = formAction(takeOverView, { goTo: viewHref });

/** Sets the view with which the list opens, or none. The list does not change. */
export const openWith = formAction(setDefaultView, { reply: () => null });
