"use server";

import { formAction, idOf } from "@/server/form-action";
import { addInstrument } from "./server/add-instrument";
import { editInstrument } from "./server/edit-instrument";

export const add = formAction(addInstrument, { goTo: ({ partnerId }) => `/partners/${partnerId}?saved=add` });

/** Saves the edited fields of an instrument. */
export const edit = formAction(editInstrument, {
  goTo: ({ partnerId }, fields) => `/partners/${partnerId}?saved=edit&instrument=${idOf(fields, "instrumentId")}`,
});
