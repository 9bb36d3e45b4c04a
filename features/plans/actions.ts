"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { carryOver } from "./server/carry-over";
import { closePlan } from "./server/close-plan";
import { createPlan } from "./server/create-plan";
import { editPlan } from "./server/edit-plan";
import { reopenPlan } from "./server/reopen-plan";
import { settlingFields } from "./settling-fields";

function done(planId: number, saved: "create" | "edit" | "carryOver" | "close" | "reopen"): never {
  revalidatePath("/", "layout");
  redirect(`/plans/${planId}?saved=${saved}`);
}

/** Somebody has closed or opened the year meanwhile: the page would be gone with what was typed, and with the words that say so. */
const over: readonly string[] = ["PLAN_CLOSED", "PLAN_NOT_CLOSED"];

/** After a refusal the page shows the plan as it is now, so that the next press is about what is seen. */
function shownAnew<T extends FormState<unknown>>(state: T): T {
  if (state && !state.ok && !over.includes(state.refusal.code)) revalidatePath("/", "layout");
  return state;
}

/** Makes a work plan. */
export async function create(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof createPlan>[1];
  const state = await runAction(form, (context) => createPlan(context, fields));
  return state?.ok ? done(state.value.planId, "create") : state;
}

/** Saves a plan's titles, state and official numbers. */
export async function edit(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof editPlan>[1];
  const state = await runAction(form, (context) => editPlan(context, fields));
  return state?.ok ? done(state.value.planId, "edit") : state;
}

/** Settles entries of a year that ends, as the preview showed. */
export async function settle(_state: FormState, form: FormData): Promise<FormState> {
  const fields = settlingFields(formValues(form)) as Parameters<typeof carryOver>[1];
  const state = await runAction(form, (context) => carryOver(context, fields));
  return state?.ok ? done(Number(fields.planId), "carryOver") : shownAnew(state);
}

/** Closes a year. */
export async function close(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof closePlan>[1];
  const state = await runAction(form, (context) => closePlan(context, fields));
  return state?.ok ? done(state.value.planId, "close") : shownAnew(state);
}

/** Opens a closed year again. */
export async function reopen(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof reopenPlan>[1];
  const state = await runAction(form, (context) => reopenPlan(context, fields));
  return state?.ok ? done(state.value.planId, "reopen") : shownAnew(state);
}
