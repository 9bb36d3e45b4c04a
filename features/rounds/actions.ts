"use server";

import { getLocale } from "next-intl/server";
import { formatTime } from "@/i18n/format";
import type { FormState } from "@/server/action";
import { type Fields, formAction, idOf, redrawAlways } from "@/server/form-action";
import { roundAddress } from "./address";
import { acceptDrafts } from "./server/accept-drafts";
import { closeRound } from "./server/close-round";
import { openRound } from "./server/open-round";
import { refreshRound } from "./server/refresh-round";
import { returnDrafts } from "./server/return-drafts";
import { saveDraft } from "./server/save-draft";
import { submitDraft } from "./server/submit-draft";

/** Address of the round named in the form, with a message of what was saved. */
const sameRound = (saved: "accepted" | "returned" | "refresh" | "close") => (_result: unknown, fields: Fields) =>
  roundAddress.href({ saved }, { id: idOf(fields, "roundId") });

/**
 * Address of the draft's round, with a message of what was saved; the unsaved copy on the device is
 * dropped.
 */
const roundOfDraft =
  (saved: "draft" | "submitted") =>
  ({ roundId, version }: { roundId: number; version: number }, fields: Fields) =>
    roundAddress.href({ saved, draft: { id: idOf(fields, "draftId"), version } }, { id: roundId });

/** Opens a round for a meeting. */
export const open = formAction(openRound, {
  goTo: ({ roundId }) => roundAddress.href({ saved: "open" }, { id: roundId }),
});

const save = formAction(saveDraft, { goTo: roundOfDraft("draft") });
const handIn = formAction(submitDraft, { goTo: roundOfDraft("submitted") });

/** Saves or submits a draft, depending on the button. */
export async function write(state: FormState, form: FormData): Promise<FormState> {
  return form.get("intent") === "submit" ? handIn(state, form) : save(state, form);
}

/** Answer to an automatic save: the new version and the time. */
export type Autosaved = { version: number; time: string };

/** Saves a draft automatically, without a redirect. */
export const autosave = formAction(saveDraft, {
  reply: async ({ version }, context): Promise<Autosaved> => ({
    version,
    time: formatTime(context.now, await getLocale()),
  }),
  ending: "told",
});

const accept = formAction(acceptDrafts, { goTo: sameRound("accepted"), onRefusal: redrawAlways });
const giveBack = formAction(returnDrafts, { goTo: sameRound("returned"), onRefusal: redrawAlways });

/** Accepts or returns drafts, depending on the button. */
export async function review(state: FormState, form: FormData): Promise<FormState> {
  return form.get("intent") === "return" ? giveBack(state, form) : accept(state, form);
}

/** Refreshes an open round from the register. */
export const refresh = formAction(refreshRound, { goTo: sameRound("refresh"), onRefusal: redrawAlways });

/** Closes a round. */
export const close = formAction(closeRound, { goTo: sameRound("close"), onRefusal: redrawAlways });
