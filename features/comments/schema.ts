import { z } from "zod";
import { audiences } from "@/domain/evidence";
import { manyOf, optionalId, requiredText, rowId } from "@/server/form-fields";

/** A new comment on an entry, with the people it mentions. */
export const AddCommentInput = z.object({
  entryId: rowId,
  audience: z.enum(audiences, { error: "UNKNOWN_CHOICE" }).default("all"),
  text: requiredText(4000),
  mentions: manyOf(rowId, 20),
});

export const RemoveCommentInput = z.object({ entryId: rowId, commentId: rowId });

/** One comment, or all that mention the person if it is empty. */
export const SeeMentionsInput = z.object({ commentId: optionalId });
