import { boolean, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { audiences } from "@/domain/evidence";
import { createdAt, id, instant, oneOf } from "./columns";
import { planEntries } from "./plan-entries";
import { users } from "./users";

/**
 * A comment on an entry, for the desk or for all who can see the entry. Never edited: removed and
 * written again.
 */
export const comments = pgTable(
  "comments",
  {
    id: id(),
    entryId: integer("entry_id")
      .notNull()
      .references(() => planEntries.id, { onDelete: "cascade" }),
    audience: text("audience", { enum: audiences }).notNull(),
    text: text("text").notNull(),
    authorId: integer("author_id").references(() => users.id, { onDelete: "set null" }),
    authorName: text("author_name").notNull(),
    isSample: boolean("is_sample").notNull().default(false),
    createdAt: createdAt(),
    removedAt: instant("removed_at"),
  },
  (table) => [
    check("comments_audience", oneOf(table.audience, audiences)),
    index("comments_entry_idx").on(table.entryId, table.id),
  ],
);

/** The people mentioned in a comment, and whether they have seen it. */
export const commentMentions = pgTable(
  "comment_mentions",
  {
    commentId: integer("comment_id")
      .notNull()
      .references(() => comments.id, { onDelete: "cascade" }),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    seenAt: instant("seen_at"),
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.userId] }),
    index("comment_mentions_user_idx").on(table.userId),
  ],
);
