import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { schedules, statuses } from "@/domain/lifecycle";
import { day, id, instant, oneOf } from "./columns";
import { decisions, meetings } from "./meetings";
import { memberStates } from "./member-states";
import { planEntries } from "./plan-entries";
import { rounds } from "./rounds";
import { users } from "./users";

/** The words of an update before it was corrected, and who corrected it when. */
export type FormerWords = {
  at: string;
  byName: string;
  textEn: string | null;
  textLo: string | null;
  issues: string | null;
  nextSteps: string | null;
  decisionSought: string | null;
};

/**
 * A progress report of an entry, or of one member state's share. Its author may correct it or take
 * it back for a time (domain/taking-back.ts); afterwards a later one corrects it.
 */
export const updates = pgTable(
  "updates",
  {
    id: id(),
    entryId: integer("entry_id")
      .notNull()
      .references(() => planEntries.id, { onDelete: "cascade" }),
    /** Set if it is a member state's report on its share. */
    memberStateId: integer("member_state_id").references(() => memberStates.id),
    reportedOn: day("reported_on").notNull(),
    status: text("status", { enum: statuses }),
    schedule: text("schedule", { enum: schedules }),
    scheduleReason: text("schedule_reason"),
    progress: integer("progress"),
    textEn: text("text_en"),
    textLo: text("text_lo"),
    issues: text("issues"),
    nextSteps: text("next_steps"),
    decisionSought: text("decision_sought"),
    meetingId: integer("meeting_id").references(() => meetings.id),
    /** The reporting round in which it was accepted. */
    roundId: integer("round_id").references(() => rounds.id, { onDelete: "set null" }),
    authorId: integer("author_id").references(() => users.id, { onDelete: "set null" }),
    authorName: text("author_name").notNull(),
    isSample: boolean("is_sample").notNull().default(false),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    /** The words before each correction, the oldest first. */
    former: jsonb("former").$type<FormerWords[]>().notNull().default([]),
    /** Set if it was taken back: it counts nowhere any more, and stands in the history alone. */
    takenBackAt: instant("taken_back_at"),
    takenBackByName: text("taken_back_by_name"),
  },
  (table) => [
    check("updates_status", sql`${table.status} is null or ${oneOf(table.status, statuses)}`),
    check("updates_schedule", sql`${table.schedule} is null or ${oneOf(table.schedule, schedules)}`),
    check("updates_progress", sql`${table.progress} between 0 and 100`),
    index("updates_entry_idx").on(table.entryId, table.reportedOn, table.id),
    index("updates_round_idx").on(table.roundId).where(sql`${table.roundId} is not null`),
  ],
);

/**
 * The whole entry (own columns, outcomes, parties, priorities, member states) at each change.
 * `valid_from`..`valid_to` is the time of effect (domain/history.ts), `recorded_at` the time of
 * recording. No foreign key to the entry, because its history outlives a removed row.
 */
export const entryVersions = pgTable(
  "entry_versions",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: integer("entry_id").notNull(),
    version: integer("version").notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    recordedBy: integer("recorded_by").references(() => users.id, { onDelete: "set null" }),
    /** Stored beside the reference, so that the name remains when the account is removed. */
    recordedByName: text("recorded_by_name").notNull(),
    decisionId: integer("decision_id").references(() => decisions.id, { onDelete: "set null" }),
    updateId: integer("update_id").references(() => updates.id, { onDelete: "set null" }),
    change: text("change").notNull(),
    /**
     * The transaction: versions that were written by one command belong together. Transactions are
     * numbered anew in a restored database, so `recorded_at` belongs to it.
     */
    act: bigint("act", { mode: "number" }).notNull().default(sql`pg_current_xact_id()::text::bigint`),
    isRemoval: boolean("is_removal").notNull().default(false),
    /** The entry as recorded. */
    snapshot: jsonb("snapshot").notNull(),
    /**
     * The entry as in effect from `valid_from` on, if a change recorded at another time alters it;
     * null if it equals the snapshot.
     */
    effective: jsonb("effective"),
    // Extracted by the database, because a past day needs these values of every entry of a year at
    // once.
    stage: text("stage").generatedAlwaysAs(sql`coalesce(effective, snapshot) -> 'entry' ->> 'stage'`),
    status: text("status").generatedAlwaysAs(sql`coalesce(effective, snapshot) -> 'entry' ->> 'status'`),
    schedule: text("schedule").generatedAlwaysAs(sql`coalesce(effective, snapshot) -> 'entry' ->> 'schedule'`),
  },
  (table) => [
    unique("entry_versions_once").on(table.entryId, table.version),
    // Covers such queries, so that the snapshots need not be read.
    index("entry_versions_entry_idx").on(
      table.entryId,
      table.validFrom,
      table.id,
      table.stage,
      table.status,
      table.schedule,
      table.change,
    ),
    check("entry_versions_order", sql`${table.validTo} >= ${table.validFrom}`),
  ],
);
