"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { setCycle } from "./server/set-cycle";
import { setSilence } from "./server/set-silence";

/** Saves which work cycle the overview opens on. */
export async function saveCycle(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof setCycle>[1];
  const state = await runAction(form, (context) => setCycle(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect("/settings?saved=cycle");
}

/** Saves after how many days without an update an entry counts as silent. */
export async function saveSilence(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as unknown as Parameters<typeof setSilence>[1];
  const state = await runAction(form, (context) => setSilence(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect("/settings?saved=silence");
}
