import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { activities } from "@/db/schema/activities";
import { commentMentions, comments } from "@/db/schema/comments";
import { planEntries } from "@/db/schema/plan-entries";
import { defineQuery } from "@/server/define";
import { shownComments } from "@/server/register/shown-comments";
import { visibleEntries } from "@/server/scope";

export type MentionLine = {
  commentId: number;
  entryId: number;
  code: string;
  titleEn: string | null;
  titleLo: string | null;
  text: string;
  authorName: string;
  createdAt: Date;
  isSeen: boolean;
};

const limit = 100;

/**
 * The comments that mention the person, on entries that they may see now: unseen ones first, then
 * the latest.
 */
export const listMentions = defineQuery({
  name: "comment.mentions",
  permission: "comment.read",
  input: z.object({}),
  run: async ({ db, actor }): Promise<MentionLine[]> => {
    if (actor.userId === null) return [];
    const isSeen = sql<boolean>`${commentMentions.seenAt} is not null`;
    return db
      .select({
        commentId: comments.id,
        entryId: comments.entryId,
        code: activities.code,
        titleEn: activities.titleEn,
        titleLo: activities.titleLo,
        text: comments.text,
        authorName: comments.authorName,
        createdAt: comments.createdAt,
        isSeen,
      })
      .from(commentMentions)
      .innerJoin(comments, eq(comments.id, commentMentions.commentId))
      .innerJoin(planEntries, eq(planEntries.id, comments.entryId))
      .innerJoin(activities, eq(activities.id, planEntries.activityId))
      .where(and(eq(commentMentions.userId, actor.userId), shownComments(actor), visibleEntries(db, actor)))
      .orderBy(isSeen, desc(comments.id))
      .limit(limit);
  },
});
