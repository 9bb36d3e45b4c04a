"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { createPlan } from "./server/create-plan";
import { editPlan } from "./server/edit-plan";

function done(planId: number): never {
  revalidatePath("/", "layout");
  redirect(`/plans/${planId}?saved=1`);
}

/** Makes a work plan. */
export async function create(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof createPlan>[1];
  const state = await runAction(form, (context) => createPlan(context, fields));
  return state?.ok ? done(state.value.planId) : state;
}

/** Saves a plan's titles, state and official numbers. */
export async function edit(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof editPlan>[1];
  const state = await runAction(form, (context) => editPlan(context, fields));
  return state?.ok ? done(state.value.planId) : state;
}
