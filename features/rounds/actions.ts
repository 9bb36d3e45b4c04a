"use server";

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

/** The page of the round that the form names, which says what was saved. */
const sameRound = (saved: "accepted" | "returned" | "refresh" | "close") => (_result: unknown, fields: Fields) =>
  roundAddress.href({ saved }, { id: idOf(fields, "roundId") });

/** The page of the draft's round, which says what was saved and lets go of the kept draft. */
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

/** Saves a draft, or hands it in, as the pressed button says. */
export async function write(state: FormState, form: FormData): Promise<FormState> {
  return form.get("intent") === "submit" ? handIn(state, form) : save(state, form);
}

/** What the form learns when it was saved by itself: its version now, and the time. */
export type Autosaved = { version: number; time: string };

/** Saves a draft while its writer goes on; nothing leads away. */
export const autosave = formAction(saveDraft, {
  reply: ({ version }, context): Autosaved => ({ version, time: formatTime(context.now) }),
  ending: "told",
});

const accept = formAction(acceptDrafts, { goTo: sameRound("accepted"), onRefusal: redrawAlways });
const giveBack = formAction(returnDrafts, { goTo: sameRound("returned"), onRefusal: redrawAlways });

/** Accepts drafts, or gives them back, as the pressed button says. */
export async function review(state: FormState, form: FormData): Promise<FormState> {
  return form.get("intent") === "return" ? giveBack(state, form) : accept(state, form);
}

/** Brings an open round up to date with the register. */
export const refresh = formAction(refreshRound, { goTo: sameRound("refresh"), onRefusal: redrawAlways });

/** Ends a round. */
export const close = formAction(closeRound, { goTo: sameRound("close"), onRefusal: redrawAlways });
