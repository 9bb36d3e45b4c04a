import { sql } from "drizzle-orm";
import { boolean, check, customType, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { audiences, evidenceKinds } from "@/domain/evidence";
import { createdAt, id, instant, oneOf } from "./columns";
import { agendaItems, meetings } from "./meetings";
import { planEntries } from "./plan-entries";
import { users } from "./users";

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/**
 * The content of files, each stored once however often it is attached. It is in the database, so
 * that every process of the site can read it and one backup contains it.
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

/** A file that documents what an entry reports. */
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
    /** Null if the account was deleted; the name remains. */
    addedBy: integer("added_by").references(() => users.id, { onDelete: "set null" }),
    addedByName: text("added_by_name").notNull(),
    isSample: boolean("is_sample").notNull().default(false),
    createdAt: createdAt(),
    /** Set when it was removed; the row and its file remain for the audit. */
    removedAt: instant("removed_at"),
  },
  (table) => [
    check("evidence_kind", oneOf(table.kind, evidenceKinds)),
    index("evidence_entry_idx").on(table.entryId, table.id),
    index("evidence_file_idx").on(table.sha256),
  ],
);

/** A meeting document, of the whole meeting or of one agenda item. */
export const papers = pgTable(
  "papers",
  {
    id: id(),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    /**
     * An item of the same meeting. If the item is removed, the document belongs to the meeting as a
     * whole.
     */
    agendaItemId: integer("agenda_item_id").references(() => agendaItems.id, { onDelete: "set null" }),
    /** Who can read it: the desk only, or everyone who can see the meeting. */
    audience: text("audience", { enum: audiences }).notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    sha256: text("sha256")
      .notNull()
      .references(() => storedFiles.sha256),
    size: integer("size").notNull(),
    note: text("note"),
    /** Null if the account was deleted; the name remains. */
    addedBy: integer("added_by").references(() => users.id, { onDelete: "set null" }),
    addedByName: text("added_by_name").notNull(),
    isSample: boolean("is_sample").notNull().default(false),
    createdAt: createdAt(),
    /** Set when it was removed; the row and its file remain for the audit. */
    removedAt: instant("removed_at"),
  },
  (table) => [
    check("papers_audience", oneOf(table.audience, audiences)),
    index("papers_meeting_idx").on(table.meetingId, table.id),
    index("papers_file_idx").on(table.sha256),
  ],
);
