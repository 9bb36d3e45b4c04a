"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { clearEntry } from "./server/clear-entry";
import { saveConcept } from "./server/save-concept";
import { setClearance } from "./server/set-clearance";

/** Saves the concept paper of a draft. */
export async function writeConcept(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof saveConcept>[1];
  const state = await runAction(form, (context) => saveConcept(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect(`/activities/${Number(fields.entryId)}?saved=${state.value.clearanceFell ? "conceptUncleared" : "concept"}`);
}

/** Says that a draft is cleared at home. */
export async function clear(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof clearEntry>[1];
  const state = await runAction(form, (context) => clearEntry(context, fields));
  // After a conflict the page shows the draft as it is now, so that the next press is about what is seen.
  if (state && !state.ok && state.refusal.code === "CONFLICT") revalidatePath("/", "layout");
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect(`/activities/${Number(fields.entryId)}?saved=cleared`);
}

/** Saves whether national clearance is asked for before submission. */
export async function saveClearance(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof setClearance>[1];
  const state = await runAction(form, (context) => setClearance(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect("/settings?saved=clearance");
}
