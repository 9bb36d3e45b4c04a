"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { addComment } from "./server/add-comment";
import { removeComment } from "./server/remove-comment";
import { seeMentions } from "./server/see-mentions";

/** Writes a comment. */
export async function add(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof addComment>[1];
  const state = await runAction(form, (context) => addComment(context, fields));
  return state?.ok ? done(Number(fields.entryId), "comment") : state;
}

/** Takes a comment back. */
export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  const { entryId, commentId } = formValues(form) as Record<string, string>;
  const state = await runAction(form, (context) => removeComment(context, { entryId, commentId }));
  return state?.ok ? done(Number(entryId), "commentRemoved") : state;
}

/** Marks comments that name the person as seen. */
export async function see(_state: FormState, form: FormData): Promise<FormState> {
  const { commentId } = formValues(form) as Record<string, string>;
  const state = await runAction(form, (context) => seeMentions(context, { commentId }));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect("/mentions");
}

function done(entryId: number, saved: "comment" | "commentRemoved"): never {
  revalidatePath("/", "layout");
  redirect(`/activities/${entryId}?saved=${saved}#comments`);
}
