"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { addInstrument } from "./server/add-instrument";
import { editInstrument } from "./server/edit-instrument";

/** After a save: to the partner's page, which says so. */
function done(partnerId: number, saved: string): never {
  revalidatePath("/", "layout");
  redirect(`/partners/${partnerId}?saved=${saved}` as Route);
}

/** Adds an instrument to a partner. */
export async function add(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof addInstrument>[1];
  const state = await runAction(form, (context) => addInstrument(context, fields));
  return state?.ok ? done(state.value.partnerId, "add") : state;
}

/** Changes what is known of an instrument. */
export async function edit(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof editInstrument>[1];
  const state = await runAction(form, (context) => editInstrument(context, fields));
  return state?.ok ? done(state.value.partnerId, `edit&instrument=${Number(fields.instrumentId)}`) : state;
}
