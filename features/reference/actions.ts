"use server";

import { formAction } from "@/server/form-action";
import { referenceAddress } from "./address";
import { addReference } from "./server/add-reference";
import { editReference } from "./server/edit-reference";
import { removeReference } from "./server/remove-reference";
import { renameReference } from "./server/rename-reference";

export const addRow = formAction(addReference, { goTo: ({ kind }) => referenceAddress.href({ kind, saved: "add" }) });

export const editRow = formAction(editReference, {
  goTo: ({ kind }) => referenceAddress.href({ kind, saved: "edit" }),
});

/** Gives the row a new name from a day on. */
export const renameRow = formAction(renameReference, {
  goTo: ({ kind }) => referenceAddress.href({ kind, saved: "rename" }),
});

export const removeRow = formAction(removeReference, {
  goTo: ({ kind }) => referenceAddress.href({ kind, saved: "remove" }),
});
