"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import type { Context } from "@/server/context";
import { activitiesAddress, noView } from "./list-address";
import { viewHref } from "./list-state";
import { removeView } from "./server/remove-view";
import { renameView } from "./server/rename-view";
import { saveView } from "./server/save-view";
import { setDefaultView } from "./server/set-default-view";
import { updateView } from "./server/update-view";

/** Saves a view; then the list in the view as it is now kept. */
async function saved<Fields>(
  form: FormData,
  command: (context: Context, fields: Fields) => Promise<{ id: number; query: string }>,
): Promise<FormState> {
  const fields = formValues(form) as Fields;
  const state = await runAction(form, (context) => command(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/activities");
  redirect(viewHref(state.value));
}

/** Saves the list's present state as a new view. */
export async function saveAs(_state: FormState, form: FormData): Promise<FormState> {
  return saved(form, saveView);
}

/** Saves the list's present state in one's own view. */
export async function saveChanges(_state: FormState, form: FormData): Promise<FormState> {
  return saved(form, updateView);
}

/** Saves the name of a view and whether it is shared. */
export async function rename(_state: FormState, form: FormData): Promise<FormState> {
  return saved(form, renameView);
}

/** Deletes one's own view. */
export async function forget(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof removeView>[1];
  const state = await runAction(form, (context) => removeView(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/activities");
  redirect(activitiesAddress.href({ view: noView }));
}

/** Chooses the view with which the list opens, or none; the list stays where it is. */
export async function openWith(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof setDefaultView>[1];
  const state = await runAction(form, (context) => setDefaultView(context, fields));
  if (state?.ok) revalidatePath("/activities");
  return state;
}
