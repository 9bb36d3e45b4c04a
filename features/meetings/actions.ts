"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction } from "@/server/action";
import { addAgendaItem } from "./server/add-agenda-item";
import { closeMeeting } from "./server/close-meeting";
import { correctDecision } from "./server/correct-decision";
import { createMeeting } from "./server/create-meeting";
import { editMeeting } from "./server/edit-meeting";
import { openMeeting } from "./server/open-meeting";
import { putOnAgenda } from "./server/put-on-agenda";
import { recordDecision } from "./server/record-decision";
import { removeAgendaItem } from "./server/remove-agenda-item";
import { removeDecision } from "./server/remove-decision";
import { takeOffAgenda } from "./server/take-off-agenda";

type Saved = "create" | "open" | "close" | "item" | "itemRemoved" | "put" | "taken" | "decide" | "decisionRemoved";

/** After a save: to the meeting's page, which says so. */
function done(meetingId: number, saved: Saved): never {
  revalidatePath("/", "layout");
  redirect(`/meetings/${meetingId}?saved=${saved}`);
}

/** Makes a planned meeting. */
export async function create(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof createMeeting>[1];
  const state = await runAction(form, (context) => createMeeting(context, fields));
  return state?.ok ? done(state.value.meetingId, "create") : state;
}

/** Saves what is known of a meeting. */
export async function edit(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof editMeeting>[1];
  const state = await runAction(form, (context) => editMeeting(context, fields));
  if (!state?.ok) return state;
  const { meetingId, moved } = state.value;
  revalidatePath("/", "layout");
  redirect(`/meetings/${meetingId}?saved=edit${moved > 0 ? `&moved=${moved}` : ""}`);
}

/** Opens a planned meeting. */
export async function open(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof openMeeting>[1];
  const state = await runAction(form, (context) => openMeeting(context, fields));
  return state?.ok ? done(Number(fields.meetingId), "open") : shownAnew(state);
}

/** Closes an open meeting and applies what it decided. */
export async function close(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof closeMeeting>[1];
  const state = await runAction(form, (context) => closeMeeting(context, fields));
  return state?.ok ? done(Number(fields.meetingId), "close") : shownAnew(state);
}

/** Adds a point to the agenda. */
export async function addItem(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof addAgendaItem>[1];
  const state = await runAction(form, (context) => addAgendaItem(context, fields));
  return state?.ok ? done(state.value.meetingId, "item") : state;
}

/** Takes a point off the agenda. */
export async function removeItem(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof removeAgendaItem>[1];
  const state = await runAction(form, (context) => removeAgendaItem(context, fields));
  return state?.ok ? done(state.value.meetingId, "itemRemoved") : shownAnew(state);
}

/** Puts entries under a point of the agenda. */
export async function putEntries(_state: FormState, form: FormData): Promise<FormState> {
  const { itemId, entryIds = [] } = formValues(form) as Parameters<typeof putOnAgenda>[1];
  const state = await runAction(form, (context) => putOnAgenda(context, { itemId, entryIds }));
  return state?.ok ? done(state.value.meetingId, "put") : state;
}

/** Puts one entry under a point of an agenda, from its own page. */
export async function putEntry(_state: FormState, form: FormData): Promise<FormState> {
  const { itemId, entryIds } = formValues(form) as Parameters<typeof putOnAgenda>[1];
  const state = await runAction(form, (context) => putOnAgenda(context, { itemId, entryIds }));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect(`/activities/${Number(entryIds)}?saved=agenda`);
}

/** Takes an entry off a point of the agenda. */
export async function takeEntry(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof takeOffAgenda>[1];
  const state = await runAction(form, (context) => takeOffAgenda(context, fields));
  return state?.ok ? done(state.value.meetingId, "taken") : shownAnew(state);
}

/** Records a meeting's decision on an entry. */
export async function decide(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof recordDecision>[1];
  const state = await runAction(form, (context) => recordDecision(context, fields));
  if (!state?.ok) return shownAnew(state);
  revalidatePath("/", "layout");
  const saved = state.value.isPending ? "decidePending" : "decide";
  // For which meeting the form was opened: its draft is done with.
  const opened = Number(form.get("opened"));
  redirect(`/activities/${Number(fields.entryId)}?saved=${saved}${opened > 0 ? `&meeting=${opened}` : ""}`);
}

/** Takes back a decision that waits for the closing. */
export async function withdrawDecision(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof removeDecision>[1];
  const state = await runAction(form, (context) => removeDecision(context, fields));
  return state?.ok ? done(state.value.meetingId, "decisionRemoved") : shownAnew(state);
}

/** Puts a recorded decision right by another one. */
export async function correct(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof correctDecision>[1];
  const state = await runAction(form, (context) => correctDecision(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect(`/activities/${state.value.entryId}?saved=correct&decision=${Number(fields.decisionId)}`);
}

/** After a refusal the page shows the meeting as it is now, so that the next press is about what is seen. */
function shownAnew<T extends FormState<unknown>>(state: T): T {
  if (state && !state.ok) revalidatePath("/", "layout");
  return state;
}
