"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type FormState, formValues, runAction } from "@/server/action";
import { changeProgress } from "./server/change-progress";
import { createActivity } from "./server/create-activity";
import { editActivity } from "./server/edit-activity";
import { removeDraft } from "./server/remove-draft";
import { reportProgress } from "./server/report-progress";
import { reportState } from "./server/report-state";
import { submitEntry } from "./server/submit-entry";

type Changed = { changed: number; message: string };

/** Changes status, schedule or progress of one row or of the selected rows, all or nothing. */
export async function changeRows(_state: FormState<Changed>, form: FormData): Promise<FormState<Changed>> {
  const t = await getTranslations("activities");
  const state = await runAction(form, async (context) => {
    const { rows = [], status, schedule, scheduleReason, progress } = formValues(form);
    const { changed } = await changeProgress(context, { rows, status, schedule, scheduleReason, progress });
    return { changed, message: t("changed", { count: changed }) };
  });
  if (state?.ok) revalidatePath("/", "layout");
  return state;
}

type Saved = "report" | "edit" | "editUncleared" | "create" | "submit" | "state";

/** After a save: to the entry's page, which says so and lets go of the kept draft. */
function done(entryId: number, saved: Saved): never {
  revalidatePath("/", "layout");
  redirect(`/activities/${entryId}?saved=${saved}`);
}

/** Records a progress report. */
export async function report(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof reportProgress>[1];
  const state = await runAction(form, (context) => reportProgress(context, fields));
  return state?.ok ? done(Number(fields.entryId), "report") : state;
}

/** Makes a new activity with its draft entry. */
export async function create(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof createActivity>[1];
  const state = await runAction(form, (context) => createActivity(context, fields));
  return state?.ok ? done(state.value.entryId, "create") : state;
}

/** Saves the edited fields. */
export async function edit(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof editActivity>[1];
  const state = await runAction(form, (context) => editActivity(context, fields));
  return state?.ok ? done(Number(fields.entryId), state.value.clearanceFell ? "editUncleared" : "edit") : state;
}

/** Records what one member state reports of its share. */
export async function reportShare(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof reportState>[1];
  const state = await runAction(form, (context) => reportState(context, fields));
  return state?.ok ? done(Number(fields.entryId), "state") : state;
}

/** After a conflict over a draft the page shows it as it is now, so that the next press is about what is seen. */
function shownAnew<T extends FormState<unknown>>(state: T): T {
  if (state && !state.ok && state.refusal.code === "CONFLICT") revalidatePath("/", "layout");
  return state;
}

/** Hands a draft in. */
export async function submit(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof submitEntry>[1];
  const state = await runAction(form, (context) => submitEntry(context, fields));
  if (!state?.ok) return shownAnew(state);
  return done(Number(fields.entryId), "submit");
}

/** Removes a draft and goes back to its plan. */
export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof removeDraft>[1];
  const state = await runAction(form, (context) => removeDraft(context, fields));
  if (!state?.ok) return shownAnew(state);
  revalidatePath("/", "layout");
  redirect(`/plans/${state.value.planId}`);
}
