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

/**
 * The page of the activity or meeting that the deadline belongs to, with a confirmation of what was
 * saved.
 */
function ownerPage({ entryId, meetingId }: Owner, saved: "deadline" | "deadlineRemoved") {
  if (entryId === null) return `/meetings/${meetingId}?saved=${saved}#deadlines` as const;
  return `/activities/${entryId}?saved=${saved}#deadlines` as const;
}

/** Adds a deadline to an activity or to a meeting. */
export const add = formAction(addDeadline, { goTo: (owner) => ownerPage(owner, "deadline") });

/** Saves the edited fields of a deadline. */
export const edit = formAction(editDeadline, {
  goTo: ({ deadlineId }) => `/deadlines/${deadlineId}?saved=edit`,
});

/** Marks a deadline as met, or opens it again. */
export const mark = formAction(markDeadline, {
  goTo: (_, fields) => `/deadlines/${idOf(fields, "deadlineId")}?saved=${fields.done === "yes" ? "done" : "open"}`,
  onRefusal: redrawOnConflict,
});

export const remove = formAction(removeDeadline, {
  goTo: (owner) => ownerPage(owner, "deadlineRemoved"),
  onRefusal: redrawOnConflict,
});

/** Saves the rules for the deadlines of funds and reports. */
export const saveRules = formAction(setRules, { goTo: () => "/settings?saved=deadline-rules" });

/**
 * Creates the private address of the person's own calendar. The address is shown once, in the
 * answer.
 */
export const makeCalendar = formAction(makeFeed, {
  input: (fields, form) => ({ ...fields, present: secretOf(form, "present") }),
  reply: ({ path }) => ({ address: publicOrigin() + path }),
});

/** Revokes the address of the person's own calendar. */
export const revokeCalendar = formAction(revokeFeed, { goTo: () => "/settings/account?saved=calendar" });
