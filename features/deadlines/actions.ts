"use server";

import { secretOf } from "@/server/action";
import { formAction, idOf, redrawOnConflict } from "@/server/form-action";
import { publicOrigin } from "@/server/request/origins";
import { addDeadline } from "./server/add-deadline";
import { editDeadline } from "./server/edit-deadline";
import { makeFeed } from "./server/make-feed";
import { markDeadline } from "./server/mark-deadline";
import { removeDeadline } from "./server/remove-deadline";
import { revokeFeed } from "./server/revoke-feed";
import { setRules } from "./server/set-rules";

type Owner = { entryId: number | null; meetingId: number | null };

/** The page of the activity or meeting that the deadline belongs to, which says what was done. */
function ownerPage({ entryId, meetingId }: Owner, saved: "deadline" | "deadlineRemoved") {
  if (entryId === null) return `/meetings/${meetingId}?saved=${saved}#deadlines` as const;
  return `/activities/${entryId}?saved=${saved}#deadlines` as const;
}

/** Adds a deadline to an activity or to a meeting. */
export const add = formAction(addDeadline, { goTo: (owner) => ownerPage(owner, "deadline") });

/** Saves what a deadline says and hangs on. */
export const edit = formAction(editDeadline, {
  goTo: ({ deadlineId }) => `/deadlines/${deadlineId}?saved=edit`,
});

/** Says that a deadline is met, or that it is open after all. */
export const mark = formAction(markDeadline, {
  goTo: (_, fields) => `/deadlines/${idOf(fields, "deadlineId")}?saved=${fields.done === "yes" ? "done" : "open"}`,
  onRefusal: redrawOnConflict,
});

/** Removes a deadline. */
export const remove = formAction(removeDeadline, {
  goTo: (owner) => ownerPage(owner, "deadlineRemoved"),
  onRefusal: redrawOnConflict,
});

/** Saves the deadlines of funds and reports. */
export const saveRules = formAction(setRules, { goTo: () => "/settings?saved=deadline-rules" });

/** Makes the private address of one's own calendar; the answer has it, this once. */
export const makeCalendar = formAction(makeFeed, {
  input: (fields, form) => ({ ...fields, present: secretOf(form, "present") }),
  reply: ({ path }) => ({ address: publicOrigin() + path }),
});

/** Ends the address of one's own calendar. */
export const revokeCalendar = formAction(revokeFeed, { goTo: () => "/settings/account?saved=calendar" });
