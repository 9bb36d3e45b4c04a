"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { saveHomeOrganisation } from "./server/save-home-organisation";

/** Saves the head and signature of official papers. */
export async function saveHome(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof saveHomeOrganisation>[1];
  const state = await runAction(form, (context) => saveHomeOrganisation(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect("/reports?saved=settings");
}
