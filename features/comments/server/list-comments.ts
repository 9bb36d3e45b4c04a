import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { inAnyOrder } from "@/db/order";
import { commentMentions, comments } from "@/db/schema/comments";
import { planEntries } from "@/db/schema/plan-entries";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import type { Audience } from "@/domain/evidence";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { shownComments } from "@/server/register/shown-comments";
import { ownersOf, visibleEntries } from "@/server/scope";
import { mayTakeBack } from "./lib/may-take-back";

export type CommentLine = {
  id: number;
  audience: Audience;
  text: string;
  authorName: string;
  isSample: boolean;
  createdAt: Date;
  /** Names of the people whom it mentions. */
  mentions: string[];
  can: { remove: boolean };
};

export type CommentList = {
  comments: CommentLine[];
  can: { add: boolean };
};

/**
 * The comments on an entry, oldest first.
 * @throws AppError NOT_FOUND, also for entries that the actor may not see
 */
export const listComments = defineQuery({
  name: "comment.list",
  permission: "comment.read",
  input: z.object({ entryId: rowId }),
  run: async ({ db, actor, input: { entryId } }): Promise<CommentList> => {
    const seen = await db.$count(planEntries, and(eq(planEntries.id, entryId), visibleEntries(db, actor)));
    if (seen === 0) throw new AppError("NOT_FOUND");
    const owners = (await ownersOf(db, [entryId])).get(entryId);
    const rows = await db
      .select()
      .from(comments)
      .where(and(eq(comments.entryId, entryId), shownComments(actor)))
      .orderBy(asc(comments.id));
    const names = await namesIn(
      db,
      rows.map(({ id }) => id),
    );
    return {
      comments: rows.map(({ id, audience, text, authorName, authorId, isSample, createdAt }) => ({
        id,
        audience,
        text,
        authorName,
        isSample,
        createdAt,
        mentions: names.get(id) ?? [],
        can: { remove: can(actor, "comment.remove", owners) && mayTakeBack(actor, { authorId }) },
      })),
      can: { add: can(actor, "comment.add", owners) },
    };
  },
});

async function namesIn(db: Database, ids: readonly number[]): Promise<Map<number, string[]>> {
  const names = new Map<number, string[]>();
  if (ids.length === 0) return names;
  const rows = await db
    .select({ commentId: commentMentions.commentId, name: users.name })
    .from(commentMentions)
    .innerJoin(users, eq(users.id, commentMentions.userId))
    .where(inArray(commentMentions.commentId, [...ids]))
    .orderBy(inAnyOrder(users.name));
  for (const { commentId, name } of rows) names.set(commentId, [...(names.get(commentId) ?? []), name]);
  return names;
}
