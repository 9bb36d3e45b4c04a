import { sql } from "drizzle-orm";
import { boolean, check, customType, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { audiences, evidenceKinds } from "@/domain/evidence";
import { createdAt, id, instant, oneOf } from "./columns";
import { agendaItems, meetings } from "./meetings";
import { planEntries } from "./plan-entries";
import { users } from "./users";

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/**
 * The content of files, each once however often it is attached. In the database, so that every
 * process of the site sees it and one backup holds it.
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

/** A paper of a meeting, or of one point of its agenda. */
export const papers = pgTable(
  "papers",
  {
    id: id(),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    /** Of the same meeting; a paper outlives its point and is then the meeting's. */
    agendaItemId: integer("agenda_item_id").references(() => agendaItems.id, { onDelete: "set null" }),
    /** Who reads it: the desk alone, or everyone who sees the meeting. */
    audience: text("audience", { enum: audiences }).notNull(),
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
    check("papers_audience", oneOf(table.audience, audiences)),
    index("papers_meeting_idx").on(table.meetingId, table.id),
    index("papers_file_idx").on(table.sha256),
  ],
);
