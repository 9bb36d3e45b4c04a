"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, formValues, runAction, secretOf } from "@/server/action";
import { publicOrigin } from "@/server/origins";
import type { ShownCalendar } from "./components/calendar-form";
import { addMilestone } from "./server/add-milestone";
import { editMilestone } from "./server/edit-milestone";
import { makeFeed } from "./server/make-feed";
import { markMilestone } from "./server/mark-milestone";
import { removeMilestone } from "./server/remove-milestone";
import { revokeFeed } from "./server/revoke-feed";
import { setRules } from "./server/set-rules";

type Place = { entryId: number | null; meetingId: number | null };

/** To the page that the deadline stands on, which says what was done. */
function backTo({ entryId, meetingId }: Place, saved: "deadline" | "deadlineRemoved"): never {
  revalidatePath("/", "layout");
  const page = entryId === null ? `/meetings/${meetingId}` : `/activities/${entryId}`;
  redirect(`${page}?saved=${saved}#deadlines` as Route);
}

/** Adds a deadline to an activity or to a meeting. */
export async function add(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof addMilestone>[1];
  const state = await runAction(form, (context) => addMilestone(context, fields));
  return state?.ok ? backTo(state.value, "deadline") : state;
}

/** Saves what a deadline says and hangs on. */
export async function edit(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof editMilestone>[1];
  const state = await runAction(form, (context) => editMilestone(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect(`/deadlines/${state.value.milestoneId}?saved=edit`);
}

/** Says that a deadline is met, or that it is open after all. */
export async function mark(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof markMilestone>[1];
  const state = await runAction(form, (context) => markMilestone(context, fields));
  if (!state?.ok) return shownAnew(state);
  revalidatePath("/", "layout");
  redirect(`/deadlines/${Number(fields.milestoneId)}?saved=${fields.done === "yes" ? "done" : "open"}`);
}

/** Removes a deadline. */
export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof removeMilestone>[1];
  const state = await runAction(form, (context) => removeMilestone(context, fields));
  return state?.ok ? backTo(state.value, "deadlineRemoved") : shownAnew(state);
}

/** Saves the deadlines of funds and reports. */
export async function saveRules(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof setRules>[1];
  const state = await runAction(form, (context) => setRules(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect("/settings?saved=deadline-rules");
}

/** Makes the private address of one's own calendar; the answer has it, this once. */
export async function makeCalendar(
  _state: FormState<ShownCalendar>,
  form: FormData,
): Promise<FormState<ShownCalendar>> {
  const fields = formValues(form) as Parameters<typeof makeFeed>[1];
  const state = await runAction(form, async (context) => {
    const { path } = await makeFeed(context, { ...fields, present: secretOf(form, "present") });
    return { address: publicOrigin() + path };
  });
  if (state?.ok) revalidatePath("/settings/account");
  return state;
}

/** Ends the address of one's own calendar. */
export async function revokeCalendar(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof revokeFeed>[1];
  const state = await runAction(form, (context) => revokeFeed(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/settings/account");
  redirect("/settings/account?saved=calendar");
}

/** After a conflict the page shows the deadline as it is now, so that the next press is about what is seen. */
function shownAnew<T extends FormState<unknown>>(state: T): T {
  if (state && !state.ok && state.refusal.code === "CONFLICT") revalidatePath("/", "layout");
  return state;
}
