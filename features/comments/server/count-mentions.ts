import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { commentMentions, comments } from "@/db/schema/comments";
import { planEntries } from "@/db/schema/plan-entries";
import { defineQuery } from "@/server/define";
import { shownComments } from "@/server/register/shown-comments";
import { visibleEntries } from "@/server/scope";

/** The number of unseen comments that mention the person. The navigation of every page shows it. */
export const countMentions = defineQuery({
  name: "comment.countMentions",
  permission: "comment.read",
  input: z.object({}),
  run: async ({ db, actor }): Promise<number> => {
    if (actor.userId === null) return 0;
    const [row] = await db
      .select({ unseen: count() })
      .from(commentMentions)
      .innerJoin(comments, eq(comments.id, commentMentions.commentId))
      .innerJoin(planEntries, eq(planEntries.id, comments.entryId))
      .where(
        and(
          ...[eq(commentMentions.userId, actor.userId), isNull(commentMentions.seenAt)],
          ...[shownComments(actor), visibleEntries(db, actor)],
        ),
      );
    return row?.unseen ?? 0;
  },
});
