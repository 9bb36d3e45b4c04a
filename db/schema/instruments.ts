import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instrumentKinds, instrumentStates, validityPrecisions } from "@/domain/vocabulary";
import { partners } from "./bodies";
import { createdAt, day, id, loIsTranslation, names, naturalText, oneOf, updatedAt, version } from "./columns";

/**
 * What binds ASEAN and a partner: a memorandum, a plan of action, a programme. Seeded facts cite
 * their source in `citations`.
 */
export const instruments = pgTable(
  "instruments",
  {
    id: id(),
    partnerId: integer("partner_id")
      .notNull()
      .references(() => partners.id),
    kind: text("kind", { enum: instrumentKinds }).notNull(),
    ...names(),
    loIsTranslation: loIsTranslation(),
    /** Null if no source names it. */
    state: text("state", { enum: instrumentStates }).notNull().default("unknown"),
    /**
     * First and last day of its validity. If only a month or year is known, its first or last day.
     */
    validFrom: day("valid_from"),
    fromPrecision: text("from_precision", { enum: validityPrecisions }).notNull().default("unknown"),
    validTo: day("valid_to"),
    toPrecision: text("to_precision", { enum: validityPrecisions }).notNull().default("unknown"),
    /** A summary in one sentence. */
    noteEn: text("note_en"),
    noteLo: text("note_lo"),
    /** The document in which a desk officer read about it. */
    reference: naturalText("reference"),
    /** Entered by a sample account. */
    isSample: boolean("is_sample").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("instruments_kind", oneOf(table.kind, instrumentKinds)),
    check("instruments_state", oneOf(table.state, instrumentStates)),
    check("instruments_from_precision", oneOf(table.fromPrecision, validityPrecisions)),
    check("instruments_to_precision", oneOf(table.toPrecision, validityPrecisions)),
    check("instruments_from_known", sql`(${table.validFrom} is null) = (${table.fromPrecision} = 'unknown')`),
    check("instruments_to_known", sql`(${table.validTo} is null) = (${table.toPrecision} = 'unknown')`),
    check("instruments_order", sql`${table.validTo} >= ${table.validFrom}`),
    index("instruments_partner_idx").on(table.partnerId, table.validFrom, table.id),
  ],
);
