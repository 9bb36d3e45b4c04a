"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { rememberSingleKeys } from "@/components/shell/single-keys";
import { rememberTheme } from "@/components/shell/theme-cookie";
import { type FormState, runAction } from "@/server/action";
import { removeSample } from "./server/remove-sample";

/** Light, dark, or as the system has it, in this browser. */
export async function setTheme(form: FormData): Promise<void> {
  await runAction(form, () => rememberTheme(form.get("theme")));
  revalidatePath("/", "layout");
}

/** Switches single-key shortcuts on or off, in this browser. */
export async function setSingleKeys(form: FormData): Promise<void> {
  await runAction(form, () => rememberSingleKeys(form.get("singleKeys") === "on"));
  revalidatePath("/", "layout");
}

/** Removes the sample register, after the person has ticked that they know what goes. */
export async function removeSampleRegister(_state: FormState, form: FormData): Promise<FormState> {
  const state = await runAction(form, (context) => removeSample(context, {}));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect("/settings?saved=sample");
}
