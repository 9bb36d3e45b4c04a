import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { day, id, naturalText } from "./columns";

/** The source of a fact. The address is null if it is unknown. */
export const sources = pgTable("sources", {
  id: id(),
  code: text("code").notNull().unique(),
  title: naturalText("title").notNull(),
  publisher: text("publisher"),
  publishedOn: day("published_on"),
  address: text("address"),
  language: text("language").notNull().default("en"),
});

/**
 * The source of each row: `subject` is a table's name, `subject_id` its row. A quotation has at
 * most 25 words.
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
