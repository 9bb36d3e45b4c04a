import "server-only";
import { and, eq } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import { AppError } from "@/domain/errors";
import { hasLao } from "@/domain/lao-text";
import { putInBin } from "@/server/bin/put-in-bin";
import { defineCommand } from "@/server/define";
import { loadEntryRow } from "@/server/entries/entry-row";
import { shownComments } from "@/server/register/shown-comments";
import { RemoveCommentInput } from "../schema";
import { mayTakeBack } from "./lib/may-take-back";

/**
 * Removes a comment. Authors may remove their own, administrators and heads of division any. The
 * row stays for the audit.
 * @throws AppError NOT_FOUND, FORBIDDEN for somebody else's comment
 */
export const removeComment = defineCommand({
  name: "comment.remove",
  permission: "comment.remove",
  input: RemoveCommentInput,
  load: ({ tx, actor, input }) => loadEntryRow(tx, actor, input.entryId),
  run: async ({ tx, actor, input: { entryId, commentId }, context }) => {
    const here = and(eq(comments.id, commentId), eq(comments.entryId, entryId), shownComments(actor));
    const [comment] = await tx.update(comments).set({ removedAt: context.now }).where(here).returning();
    if (!comment) throw new AppError("NOT_FOUND");
    if (!mayTakeBack(actor, comment)) throw new AppError("FORBIDDEN");
    const { audience, text, authorName } = comment;
    const name = text.slice(0, 200);
    const named = hasLao(name) ? { nameLo: name } : { nameEn: name };
    await putInBin(tx, context, { kind: "comment", subjectId: commentId, ofId: entryId, ...named });
    const before = { entryId, audience, text, authorName };
    return { result: null, audit: { subject: "comments", subjectId: commentId, before } };
  },
});
