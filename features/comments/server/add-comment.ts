import "server-only";
import { commentMentions, comments } from "@/db/schema/comments";
import { AppError } from "@/domain/errors";
import { isDesk } from "@/domain/roles";
import { defineCommand } from "@/server/define";
import { loadEntryRow } from "@/server/entries/entry-row";
import { AddCommentInput } from "../schema";
import { readersOf } from "./lib/readers";

/**
 * Adds a comment on an entry, for the ASEAN desk or for everyone who sees the entry, and mentions
 * people in it.
 * @throws AppError NOT_FOUND; INVALID_INPUT with UNKNOWN_CHOICE for `audience` (only the desk can
 *   write for the desk) or `mentions` (someone who would not see the comment)
 */
export const addComment = defineCommand({
  name: "comment.add",
  permission: "comment.add",
  input: AddCommentInput,
  load: ({ tx, actor, input }) => loadEntryRow(tx, actor, input.entryId),
  run: async ({ tx, actor, input: { entryId, audience, text, mentions }, row }) => {
    if (audience === "desk" && !isDesk(actor.role)) throw unknown("audience");
    const named = [...new Set(mentions)];
    const readers = named.length > 0 ? await readersOf(tx, row, audience) : [];
    if (named.some((userId) => !readers.some(({ id }) => id === userId))) throw unknown("mentions");
    const [comment] = await tx
      .insert(comments)
      .values({ entryId, audience, text, authorId: actor.userId, authorName: actor.name, isSample: actor.isSample })
      .returning({ id: comments.id });
    if (!comment) throw new AppError("INTERNAL");
    const commentId = comment.id;
    if (named.length > 0) await tx.insert(commentMentions).values(named.map((userId) => ({ commentId, userId })));
    const after = { entryId, audience, text, mentions: named };
    return { result: { commentId }, audit: { subject: "comments", subjectId: commentId, after } };
  },
});

const unknown = (field: string) => new AppError("INVALID_INPUT", { fields: [{ field, code: "UNKNOWN_CHOICE" }] });
