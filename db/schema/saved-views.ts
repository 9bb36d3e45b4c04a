import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, id, updatedAt, version } from "./columns";
import { users } from "./users";

/** A list's address saved under a name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The list's path, such as `/activities`. */
    list: text("list").notNull(),
    name: text("name").notNull(),
    /** The query string, as the list's codec writes it. */
    query: text("query").notNull(),
    isShared: boolean("is_shared").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("saved_views_name_idx").on(table.ownerId, table.list, sql`lower(${table.name})`),
    index("saved_views_shared_idx").on(table.list).where(sql`${table.isShared}`),
    check("saved_views_name", sql`length(${table.name}) between 1 and 80`),
    unique("saved_views_list").on(table.id, table.list),
  ],
);

/** The view with which a list opens for a person if the address has no parameters. */
export const defaultViews = pgTable(
  "default_views",
  {
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    list: text("list").notNull(),
    viewId: integer("view_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.list] }),
    foreignKey({ columns: [table.viewId, table.list], foreignColumns: [savedViews.id, savedViews.list] }).onDelete(
      "cascade",
    ),
  ],
);
