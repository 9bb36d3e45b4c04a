import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { decisionOutcomes, stages } from "@/domain/lifecycle";
import { dayPrecisions, meetingStates } from "@/domain/vocabulary";
import { bodies, partners } from "./bodies";
import { createdAt, day, id, instant, naturalText, oneOf, version } from "./columns";
import { memberStates } from "./member-states";
import { periods } from "./periods";
import { planEntries } from "./plan-entries";
import { sources } from "./sources";
import { users } from "./users";

/**
 * A meeting with its days as far as known: each day has a precision; meetings are sorted by the
 * latest possible day.
 */
export const meetings = pgTable(
  "meetings",
  {
    id: id(),
    /** `ADGMIN-3`, `JWG-2023`, `RETREAT-2023-1`. */
    code: naturalText("code").notNull().unique(),
    bodyId: integer("body_id")
      .notNull()
      .references(() => bodies.id),
    partnerId: integer("partner_id").references(() => partners.id),
    ordinal: integer("ordinal"),
    titleEn: text("title_en").notNull(),
    titleLo: text("title_lo"),
    /** The work cycle in which it was held. */
    cycleId: integer("cycle_id").references(() => periods.id),
    placeEn: text("place_en"),
    placeLo: text("place_lo"),
    hostStateId: integer("host_state_id").references(() => memberStates.id),
    chairStateId: integer("chair_state_id").references(() => memberStates.id),
    chairName: text("chair_name"),
    themeEn: text("theme_en"),
    themeLo: text("theme_lo"),
    state: text("state", { enum: meetingStates }).notNull(),
    /** Why it is postponed or cancelled; null for every other meeting. */
    stateReason: text("state_reason"),
    /** When and by whom it was postponed, cancelled or planned again. */
    stateChangedAt: instant("state_changed_at"),
    stateChangedBy: integer("state_changed_by").references(() => users.id, { onDelete: "set null" }),
    firstOn: day("first_on"),
    firstPrecision: text("first_precision", { enum: dayPrecisions }).notNull().default("unknown"),
    lastOn: day("last_on"),
    lastPrecision: text("last_precision", { enum: dayPrecisions }).notNull().default("unknown"),
    /** Entered by a sample account. */
    isSample: boolean("is_sample").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    check("meetings_state", oneOf(table.state, meetingStates)),
    check("meetings_reason", sql`${table.stateReason} is null or ${table.state} in ('postponed', 'cancelled')`),
    check("meetings_first_precision", oneOf(table.firstPrecision, dayPrecisions)),
    check("meetings_last_precision", oneOf(table.lastPrecision, dayPrecisions)),
    check("meetings_first_known", sql`(${table.firstOn} is null) = (${table.firstPrecision} = 'unknown')`),
    check("meetings_last_known", sql`(${table.lastOn} is null) = (${table.lastPrecision} = 'unknown')`),
    check("meetings_order", sql`${table.lastOn} >= ${table.firstOn}`),
    index("meetings_last_idx").on(table.lastOn, table.id),
  ],
);

/** The participants of a meeting for each member state. */
export const delegates = pgTable(
  "delegates",
  {
    id: id(),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    memberStateId: integer("member_state_id")
      .notNull()
      .references(() => memberStates.id),
    nameEn: text("name_en"),
    nameLo: text("name_lo"),
    /** The office that the person held at that time. */
    officeEn: text("office_en"),
    officeLo: text("office_lo"),
    isHead: boolean("is_head").notNull().default(false),
    sourceId: integer("source_id").references(() => sources.id),
  },
  (table) => [
    check("delegates_name", sql`num_nonnulls(${table.nameEn}, ${table.nameLo}) > 0`),
    index("delegates_meeting_idx").on(table.meetingId, table.id),
  ],
);

/** An item of a meeting's agenda, with its number as printed if known. */
export const agendaItems = pgTable(
  "agenda_items",
  {
    id: id(),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    no: naturalText("no"),
    /** The order of adding, for items without a number; see `agendaOrder`. */
    position: integer("position").notNull(),
    titleEn: text("title_en"),
    titleLo: text("title_lo"),
    isSample: boolean("is_sample").notNull().default(false),
  },
  (table) => [
    unique("agenda_items_no").on(table.meetingId, table.no),
    check("agenda_items_title", sql`num_nonnulls(${table.titleEn}, ${table.titleLo}) > 0`),
    index("agenda_items_meeting_idx").on(table.meetingId, table.position, table.id),
  ],
);

/** The entries under an agenda item. */
export const agendaEntries = pgTable(
  "agenda_entries",
  {
    itemId: integer("item_id")
      .notNull()
      .references(() => agendaItems.id, { onDelete: "cascade" }),
    entryId: integer("entry_id")
      .notNull()
      .references(() => planEntries.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.entryId] }),
    index("agenda_entries_entry_idx").on(table.entryId),
  ],
);

/**
 * The decision of a meeting on an entry: the verb as printed, its normalised outcome, and the stage
 * it led to.
 */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id),
    agendaNo: naturalText("agenda_no"),
    agendaItemId: integer("agenda_item_id").references(() => agendaItems.id, { onDelete: "set null" }),
    entryId: integer("entry_id")
      .notNull()
      .references(() => planEntries.id, { onDelete: "cascade" }),
    verbPrinted: text("verb_printed").notNull(),
    outcome: text("outcome", { enum: decisionOutcomes }).notNull(),
    stageFrom: text("stage_from", { enum: stages }),
    stageTo: text("stage_to", { enum: stages }),
    textEn: text("text_en"),
    textLo: text("text_lo"),
    reference: naturalText("reference"),
    /**
     * When the decision was applied to the entry; null while its meeting is open, because closing
     * the meeting applies it.
     */
    appliedAt: instant("applied_at"),
    /** The earlier decision that this one corrects. */
    correctsId: integer("corrects_id").references((): AnyPgColumn => decisions.id, { onDelete: "cascade" }),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    recordedBy: integer("recorded_by").references(() => users.id, { onDelete: "set null" }),
    sourceId: integer("source_id").references(() => sources.id),
  },
  (table) => [
    check("decisions_outcome", oneOf(table.outcome, decisionOutcomes)),
    index("decisions_entry_idx").on(table.entryId, table.id),
    index("decisions_meeting_idx").on(table.meetingId, table.id),
    unique("decisions_corrects_once").on(table.correctsId),
  ],
);
