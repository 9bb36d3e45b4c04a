import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { schedules, statuses } from "@/domain/lifecycle";
import { draftStates } from "@/domain/rounds";
import { id, instant, oneOf, updatedAt, version } from "./columns";
import { memberStates } from "./member-states";
import { planEntries } from "./plan-entries";
import { rounds } from "./rounds";
import { updates } from "./updates";
import { users } from "./users";

/**
 * What one reporter writes about one entry in a round. It is not part of the register until a head
 * of division accepts it as an update.
 */
export const roundDrafts = pgTable(
  "round_drafts",
  {
    id: id(),
    roundId: integer("round_id")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    entryId: integer("entry_id")
      .notNull()
      .references(() => planEntries.id, { onDelete: "cascade" }),
    /** The member state whose focal points write it; null = the desk. */
    memberStateId: integer("member_state_id").references(() => memberStates.id),
    state: text("state", { enum: draftStates }).notNull().default("pending"),
    status: text("status", { enum: statuses }),
    schedule: text("schedule", { enum: schedules }),
    scheduleReason: text("schedule_reason"),
    progress: integer("progress"),
    textEn: text("text_en"),
    textLo: text("text_lo"),
    issues: text("issues"),
    nextSteps: text("next_steps"),
    decisionSought: text("decision_sought"),
    // The state of the entry when the author last saw it. The author's changes are compared with
    // it, and so is the present state of the entry on acceptance.
    baseStatus: text("base_status", { enum: statuses }),
    baseSchedule: text("base_schedule", { enum: schedules }),
    baseScheduleReason: text("base_schedule_reason"),
    baseProgress: integer("base_progress"),
    /** The last update of the entry at that time; the draft starts with its text. */
    baseUpdateId: integer("base_update_id").references(() => updates.id, { onDelete: "set null" }),
    /** The remark with which a head of division returned it. */
    remark: text("remark"),
    authorId: integer("author_id").references(() => users.id, { onDelete: "set null" }),
    authorName: text("author_name"),
    submittedAt: instant("submitted_at"),
    /** The update that it became. */
    updateId: integer("update_id").references(() => updates.id, { onDelete: "set null" }),
    version: version(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("round_drafts_once").on(table.roundId, table.entryId),
    check("round_drafts_state", oneOf(table.state, draftStates)),
    check("round_drafts_status", sql`${table.status} is null or ${oneOf(table.status, statuses)}`),
    check("round_drafts_schedule", sql`${table.schedule} is null or ${oneOf(table.schedule, schedules)}`),
    check("round_drafts_progress", sql`${table.progress} between 0 and 100`),
    index("round_drafts_entry_idx").on(table.entryId),
    // For the navigation of each page: the number of drafts that a reporter still has to finish.
    index("round_drafts_waiting_idx").on(table.memberStateId, table.state).where(sql`${table.state} <> 'accepted'`),
  ],
);
