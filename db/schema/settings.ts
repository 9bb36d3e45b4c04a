import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { updatedAt, version } from "./columns";
import { users } from "./users";

/**
 * The settings of a ministry: one row per key, its value validated by the slice that owns the key.
 */
export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  version: version(),
  updatedAt: updatedAt(),
  updatedBy: integer("updated_by").references(() => users.id, { onDelete: "set null" }),
});
