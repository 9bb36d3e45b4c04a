import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { commentMentions } from "@/db/schema/comments";
import { defineCommand } from "@/server/define";
import { SeeMentionsInput } from "../schema";

/**
 * Marks one comment that mentions the person as seen, or all of them. Only the actor's own mentions
 * change.
 */
export const seeMentions = defineCommand({
  name: "comment.seeMentions",
  permission: "comment.read",
  input: SeeMentionsInput,
  run: async ({ tx, actor, input: { commentId }, context }) => {
    const seen = await tx
      .update(commentMentions)
      .set({ seenAt: context.now })
      .where(
        and(
          ...[eq(commentMentions.userId, actor.userId ?? 0), isNull(commentMentions.seenAt)],
          commentId === null ? undefined : eq(commentMentions.commentId, commentId),
        ),
      )
      .returning({ commentId: commentMentions.commentId });
    return {
      result: { seen: seen.length },
      audit: seen.map((row) => ({ subject: "comments", subjectId: row.commentId })),
    };
  },
});
