import { sql } from "drizzle-orm";
import { boolean, check, customType, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { evidenceKinds } from "@/domain/evidence";
import { createdAt, id, instant, oneOf } from "./columns";
import { planEntries } from "./plan-entries";
import { users } from "./users";

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/**
 * The content of files, each once however often it is attached. In the database, so that every process of the site sees it and
 * one backup holds it.
 */
export const storedFiles = pgTable(
  "stored_files",
  {
    /** SHA-256 of the content, hexadecimal. */
    sha256: text("sha256").primaryKey(),
    size: integer("size").notNull(),
    content: bytes("content").notNull(),
    createdAt: createdAt(),
  },
  (table) => [check("stored_files_size", sql`${table.size} = octet_length(${table.content})`)],
);

/** A file that shows what an entry reports. */
export const evidence = pgTable(
  "evidence",
  {
    id: id(),
    entryId: integer("entry_id")
      .notNull()
      .references(() => planEntries.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: evidenceKinds }).notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    sha256: text("sha256")
      .notNull()
      .references(() => storedFiles.sha256),
    size: integer("size").notNull(),
    note: text("note"),
    /** Null when the account is gone; the name stays. */
    addedBy: integer("added_by").references(() => users.id, { onDelete: "set null" }),
    addedByName: text("added_by_name").notNull(),
    isSample: boolean("is_sample").notNull().default(false),
    createdAt: createdAt(),
    /** Set when it was taken back; the row and its file stay for the audit. */
    removedAt: instant("removed_at"),
  },
  (table) => [
    check("evidence_kind", oneOf(table.kind, evidenceKinds)),
    index("evidence_entry_idx").on(table.entryId, table.id),
    index("evidence_file_idx").on(table.sha256),
  ],
);
