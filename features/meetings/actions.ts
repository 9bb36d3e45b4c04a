"use server";

import { type Fields, formAction, idOf, redrawAlways } from "@/server/form-action";
import { decisionFields } from "./decision-fields";
import { addAgendaItem } from "./server/add-agenda-item";
import { cancelMeeting } from "./server/cancel-meeting";
import { closeMeeting } from "./server/close-meeting";
import { copyAgenda } from "./server/copy-agenda";
import { correctDecision } from "./server/correct-decision";
import { createMeeting } from "./server/create-meeting";
import { editMeeting } from "./server/edit-meeting";
import { moveAgendaItem } from "./server/move-agenda-item";
import { openMeeting } from "./server/open-meeting";
import { postponeMeeting } from "./server/postpone-meeting";
import { putOnAgenda } from "./server/put-on-agenda";
import { recordDecision } from "./server/record-decision";
import { recordDecisions } from "./server/record-decisions";
import { removeAgendaItem } from "./server/remove-agenda-item";
import { removeDecision } from "./server/remove-decision";
import { removeMeeting } from "./server/remove-meeting";
import { replanMeeting } from "./server/replan-meeting";
import { takeOffAgenda } from "./server/take-off-agenda";

type Saved =
  | "create"
  | "open"
  | "close"
  | "postpone"
  | "cancel"
  | "replan"
  | "item"
  | "itemRemoved"
  | "put"
  | "taken"
  | "decisionRemoved"
  | "decisions"
  | "moved"
  | "copied";

/** The meeting's page, which confirms what was saved. */
const toMeeting =
  (saved: Saved) =>
  ({ meetingId }: { meetingId: number }) =>
    `/meetings/${meetingId}?saved=${saved}` as const;

/** The page of the meeting that the form names. */
const toSameMeeting = (saved: Saved) => (_result: unknown, fields: Fields) =>
  toMeeting(saved)({ meetingId: idOf(fields, "meetingId") });

/** Creates a planned meeting. */
export const create = formAction(createMeeting, { goTo: toMeeting("create") });

/** Saves the edited fields of a meeting. */
export const edit = formAction(editMeeting, {
  goTo: ({ meetingId, moved }) => `/meetings/${meetingId}?saved=edit${moved > 0 ? `&moved=${moved}` : ""}`,
});

export const open = formAction(openMeeting, { goTo: toSameMeeting("open"), onRefusal: redrawAlways });

/** Closes an open meeting and applies its decisions. */
export const close = formAction(closeMeeting, { goTo: toSameMeeting("close"), onRefusal: redrawAlways });

/** Postpones a meeting until its new days are known. */
export const postpone = formAction(postponeMeeting, { goTo: toMeeting("postpone") });

/** Cancels a meeting that has not been held. */
export const cancel = formAction(cancelMeeting, { goTo: toMeeting("cancel") });

/** Plans a postponed or cancelled meeting again. */
export const replan = formAction(replanMeeting, { goTo: toMeeting("replan"), onRefusal: redrawAlways });

/** Removes a meeting on which nothing hangs. */
export const remove = formAction(removeMeeting, { goTo: () => "/meetings" as const, onRefusal: redrawAlways });

/** Adds an item to the agenda. */
export const addItem = formAction(addAgendaItem, { goTo: toMeeting("item") });

/** Removes an item from the agenda. */
export const removeItem = formAction(removeAgendaItem, { goTo: toMeeting("itemRemoved"), onRefusal: redrawAlways });

/** Moves an item of the agenda by one place. */
export const moveItem = formAction(moveAgendaItem, { goTo: toMeeting("moved"), onRefusal: redrawAlways });

/** Copies the last agenda of the series. */
export const copyItems = formAction(copyAgenda, { goTo: toMeeting("copied"), onRefusal: redrawAlways });

/** Adds entries to an agenda item. */
export const putEntries = formAction(putOnAgenda, { goTo: toMeeting("put") });

/** Adds one entry to an agenda item, from the entry's page. */
export const putEntry = formAction(putOnAgenda, {
  goTo: (_, fields) => `/activities/${idOf(fields, "entryIds")}?saved=agenda`,
});

/** Removes an entry from an agenda item. */
export const takeEntry = formAction(takeOffAgenda, { goTo: toMeeting("taken"), onRefusal: redrawAlways });

/** Records a meeting's decision on an entry. */
export const decide = formAction(recordDecision, {
  goTo: ({ isPending }, fields) => {
    // The meeting for which the form was opened, so that the draft of that form is deleted.
    const opened = idOf(fields, "opened");
    const meeting = opened > 0 ? `&meeting=${opened}` : "";
    return `/activities/${idOf(fields, "entryId")}?saved=${isPending ? "decidePending" : "decide"}${meeting}`;
  },
  onRefusal: redrawAlways,
});

/** Records one decision of an open meeting on several entries. */
export const decideMany = formAction(recordDecisions, { input: decisionFields, goTo: toMeeting("decisions") });

/** Removes a pending decision. */
export const withdrawDecision = formAction(removeDecision, {
  goTo: toMeeting("decisionRemoved"),
  onRefusal: redrawAlways,
});

/** Corrects a recorded decision by another one. */
export const correct = formAction(correctDecision, {
  goTo: ({ entryId }, fields) => `/activities/${entryId}?saved=correct&decision=${idOf(fields, "decisionId")}`,
});
