"use server";

import { type Fields, formAction, idOf } from "@/server/form-action";
import { addComment } from "./server/add-comment";
import { removeComment } from "./server/remove-comment";
import { seeMentions } from "./server/see-mentions";

/** The comments on the entry's page, which confirms what was saved. */
const toComments = (saved: "comment" | "commentRemoved") => (_result: unknown, fields: Fields) =>
  `/activities/${idOf(fields, "entryId")}?saved=${saved}#comments` as const;

export const add = formAction(addComment, { goTo: toComments("comment") });

/** Removes a comment. */
export const remove = formAction(removeComment, { goTo: toComments("commentRemoved") });

/** Marks comments that mention the person as seen. */
export const see = formAction(seeMentions, { goTo: () => "/mentions" });
