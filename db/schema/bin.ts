import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { binKinds } from "@/domain/bin";
import { id, instant, oneOf } from "./columns";
import { users } from "./users";

/** A row of any table as JSON, as `db/bin-rows.ts` takes it out and puts it back. */
export type BinRow = { table: string; row: Record<string, unknown> };

/** What was removed and can still be restored, with all that belonged to it. */
export const binItems = pgTable(
  "bin_items",
  {
    id: id(),
    kind: text("kind", { enum: binKinds }).notNull(),
    /** The id that it had, and has again when it is restored. */
    subjectId: integer("subject_id").notNull(),
    /** The entry or meeting to which it belonged, if it is a part of one. */
    ofId: integer("of_id"),
    code: text("code"),
    nameEn: text("name_en"),
    nameLo: text("name_lo"),
    reason: text("reason"),
    removedAt: instant("removed_at").notNull().defaultNow(),
    removedById: integer("removed_by").references(() => users.id, { onDelete: "set null" }),
    removedByName: text("removed_by_name").notNull(),
    /** True for what only its owner could see, such as a view. */
    isPrivate: boolean("is_private").notNull().default(false),
    isSample: boolean("is_sample").notNull().default(false),
    /** Its rows, those it depends on first; empty if its row is only marked as removed. */
    rows: jsonb("rows").$type<BinRow[]>().notNull().default([]),
  },
  (table) => [
    check("bin_items_kind", oneOf(table.kind, binKinds)),
    check("bin_items_name", sql`num_nonnulls(${table.nameEn}, ${table.nameLo}) > 0`),
    index("bin_items_removed_idx").on(table.removedAt, table.id),
  ],
);
