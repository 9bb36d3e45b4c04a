"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { addEvidence } from "./server/add-evidence";
import { addPaper as addPaperToMeeting } from "./server/add-paper";
import { removeEvidence } from "./server/remove-evidence";
import { removePaper as removePaperOfMeeting } from "./server/remove-paper";

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

/** Adds the paper of the form to a meeting. */
export async function addPaper(_state: FormState, form: FormData): Promise<FormState> {
  const { meetingId, agendaItemId, audience, note } = formValues(form) as Record<string, string>;
  const state = await runAction(form, async (context) => {
    const said = { meetingId, agendaItemId, audience, note, file: await fileOf(form) };
    return addPaperToMeeting(context, said as Parameters<typeof addPaperToMeeting>[1]);
  });
  return state?.ok ? toMeeting(Number(meetingId), "paper") : state;
}

/** Takes a paper of a meeting back. */
export async function removePaper(_state: FormState, form: FormData): Promise<FormState> {
  const { meetingId, paperId } = formValues(form) as Record<string, string>;
  const state = await runAction(form, (context) => removePaperOfMeeting(context, { meetingId, paperId }));
  return state?.ok ? toMeeting(Number(meetingId), "paperRemoved") : state;
}

function toMeeting(meetingId: number, saved: "paper" | "paperRemoved"): never {
  revalidatePath("/", "layout");
  redirect(`/meetings/${meetingId}?saved=${saved}#papers`);
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
