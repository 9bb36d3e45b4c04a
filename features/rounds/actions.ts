"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formatTime } from "@/i18n/format";
import { type FormState, formValues, runAction } from "@/server/action";
import type { Context } from "@/server/context";
import { type RoundQuery, roundAddress } from "./address";
import { acceptDrafts } from "./server/accept-drafts";
import { closeRound } from "./server/close-round";
import { openRound } from "./server/open-round";
import { renewRound } from "./server/renew-round";
import { returnDrafts } from "./server/return-drafts";
import { saveDraft } from "./server/save-draft";
import { submitDraft } from "./server/submit-draft";

/** After a save: to the round's page, which says so. */
function done(id: number, saved: RoundQuery["saved"], draft?: RoundQuery["draft"]): never {
  revalidatePath("/", "layout");
  redirect(roundAddress.href({ saved, draft }, { id }));
}

/** Opens a round for a meeting. */
export async function open(_state: FormState, form: FormData): Promise<FormState> {
  const { planIds = [], ...fields } = formValues(form) as Parameters<typeof openRound>[1];
  const state = await runAction(form, (context) => openRound(context, { ...fields, planIds }));
  return state?.ok ? done(state.value.roundId, "open") : state;
}

type Draft = Parameters<typeof saveDraft>[1];

/** Saves a draft, or hands it in, as the pressed button says. */
export async function write(_state: FormState, form: FormData): Promise<FormState> {
  const { intent, ...fields } = formValues(form) as Draft & { intent?: string };
  const isHandedIn = intent === "submit";
  const state = await runAction(form, (context) => (isHandedIn ? submitDraft : saveDraft)(context, fields));
  if (!state?.ok) return state;
  const { roundId, version } = state.value;
  done(roundId, isHandedIn ? "submitted" : "draft", { id: Number(fields.draftId), version });
}

/** What the form learns when it was saved by itself: the version it now stands on, and at what time. */
export type Autosaved = { version: number; time: string };

/** Saves a draft while its writer goes on; nothing leads away. */
export async function autosave(_state: FormState<Autosaved>, form: FormData): Promise<FormState<Autosaved>> {
  const fields = formValues(form) as Draft;
  const save = async (context: Context) => {
    const { version, roundId } = await saveDraft(context, fields);
    // What the browser keeps of this page is from before.
    revalidatePath(`/rounds/${roundId}/drafts/${Number(fields.draftId)}`);
    return { version, time: formatTime(context.now) };
  };
  return runAction(form, save, "told");
}

/** Accepts drafts, or gives them back, as the pressed button says. */
export async function review(_state: FormState, form: FormData): Promise<FormState> {
  const {
    intent,
    drafts = [],
    ...fields
  } = formValues(form) as Parameters<typeof returnDrafts>[1] & {
    intent?: string;
    entryVersion?: string;
  };
  const isReturned = intent === "return";
  const state = await runAction<unknown>(form, (context) =>
    isReturned ? returnDrafts(context, { ...fields, drafts }) : acceptDrafts(context, { ...fields, drafts }),
  );
  return state?.ok ? done(Number(fields.roundId), isReturned ? "returned" : "accepted") : shownAnew(state);
}

/** Brings an open round up to date with the register. */
export async function renew(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof renewRound>[1];
  const state = await runAction(form, (context) => renewRound(context, fields));
  return state?.ok ? done(Number(fields.roundId), "renew") : shownAnew(state);
}

/** Ends a round. */
export async function close(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof closeRound>[1];
  const state = await runAction(form, (context) => closeRound(context, fields));
  return state?.ok ? done(Number(fields.roundId), "close") : shownAnew(state);
}

/** After a refusal the page shows the round as it is now, so that the next press is about what is seen. */
function shownAnew<T extends FormState<unknown>>(state: T): T {
  if (state && !state.ok) revalidatePath("/", "layout");
  return state;
}
