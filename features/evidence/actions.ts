"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { addEvidence } from "./server/add-evidence";
import { removeEvidence } from "./server/remove-evidence";

/** Attaches the file of the form. */
export async function add(_state: FormState, form: FormData): Promise<FormState> {
  const { entryId, kind, note } = formValues(form) as Record<string, string>;
  const state = await runAction(form, async (context) =>
    addEvidence(context, { entryId, kind, note, file: await fileOf(form) } as Parameters<typeof addEvidence>[1]),
  );
  return state?.ok ? done(Number(entryId), "evidence") : state;
}

/** Takes a file back. */
export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  const { entryId, evidenceId } = formValues(form) as Record<string, string>;
  const state = await runAction(form, (context) => removeEvidence(context, { entryId, evidenceId }));
  return state?.ok ? done(Number(entryId), "evidenceRemoved") : state;
}

function done(entryId: number, saved: "evidence" | "evidenceRemoved"): never {
  revalidatePath("/", "layout");
  redirect(`/activities/${entryId}?saved=${saved}#evidence`);
}

/** A form whose field was left empty sends a file without a name. */
async function fileOf(form: FormData): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) return undefined;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
