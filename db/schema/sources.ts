import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { day, id } from "./columns";

/** Where a fact was read. A source without a known address has none. */
export const sources = pgTable("sources", {
  id: id(),
  code: text("code").notNull().unique(),
  title: text("title").notNull(),
  publisher: text("publisher"),
  publishedOn: day("published_on"),
  address: text("address"),
  language: text("language").notNull().default("en"),
});

/**
 * Which row rests on which source: `subject` is a table's name, `subject_id` its row. At most 25
 * quoted words.
 */
export const citations = pgTable(
  "citations",
  {
    id: id(),
    subject: text("subject").notNull(),
    subjectId: integer("subject_id").notNull(),
    sourceId: integer("source_id")
      .notNull()
      .references(() => sources.id),
    note: text("note"),
    quote: text("quote"),
  },
  (table) => [index("citations_subject_idx").on(table.subject, table.subjectId)],
);
