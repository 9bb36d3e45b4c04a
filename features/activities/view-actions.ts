"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { listHref, noView, viewHref } from "./list-query";
import { removeView } from "./server/remove-view";
import { renameView } from "./server/rename-view";
import { saveView } from "./server/save-view";
import { setDefaultView } from "./server/set-default-view";
import { updateView } from "./server/update-view";

/** After a save: the list in the view as it is now kept. */
function shown(view: { id: number; query: string }): never {
  revalidatePath("/activities");
  redirect(viewHref(view));
}

/** Saves the list's present state as a new view. */
export async function saveAs(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof saveView>[1];
  const state = await runAction(form, (context) => saveView(context, fields));
  return state?.ok ? shown(state.value) : state;
}

/** Saves the list's present state in one's own view. */
export async function saveChanges(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof updateView>[1];
  const state = await runAction(form, (context) => updateView(context, fields));
  return state?.ok ? shown(state.value) : state;
}

/** Saves the name of a view and whether it is shared. */
export async function rename(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof renameView>[1];
  const state = await runAction(form, (context) => renameView(context, fields));
  return state?.ok ? shown(state.value) : state;
}

/** Deletes one's own view. */
export async function forget(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof removeView>[1];
  const state = await runAction(form, (context) => removeView(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/activities");
  redirect(listHref({ view: noView }));
}

/** Chooses the view with which the list opens, or none; the list stays where it is. */
export async function openWith(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof setDefaultView>[1];
  const state = await runAction(form, (context) => setDefaultView(context, fields));
  if (state?.ok) revalidatePath("/activities");
  return state;
}
