import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { anchors, moveCauses } from "@/domain/deadlines";
import { locales } from "@/domain/vocabulary";
import { createdAt, day, id, instant, oneOf, version } from "./columns";
import { meetings } from "./meetings";
import { planEntries } from "./plan-entries";
import { users } from "./users";

/**
 * A deadline of an entry or of a meeting. Its day may be counted from a meeting's days or from the
 * end of the entry, and moves with them.
 */
export const milestones = pgTable(
  "milestones",
  {
    id: id(),
    /** Null if it belongs to a meeting only, such as the day by which its documents are sent. */
    entryId: integer("entry_id").references(() => planEntries.id, { onDelete: "cascade" }),
    titleEn: text("title_en"),
    titleLo: text("title_lo"),
    anchor: text("anchor", { enum: anchors }).notNull(),
    fixedOn: day("fixed_on"),
    meetingId: integer("meeting_id").references(() => meetings.id),
    /** Days after the anchor; negative for days before it. */
    offsetDays: integer("offset_days").notNull().default(0),
    /**
     * Recalculated from the anchor whenever that changes (server/milestones); null while its day is
     * unknown.
     */
    dueOn: day("due_on"),
    /** Set only by a person, never automatically. */
    doneOn: day("done_on"),
    doneBy: integer("done_by").references(() => users.id, { onDelete: "set null" }),
    isSample: boolean("is_sample").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    createdBy: integer("created_by").references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    check("milestones_title", sql`num_nonnulls(${table.titleEn}, ${table.titleLo}) > 0`),
    check("milestones_anchor", oneOf(table.anchor, anchors)),
    check("milestones_fixed", sql`(${table.anchor} = 'day') = (${table.fixedOn} is not null)`),
    check("milestones_meeting", sql`(${table.anchor} = 'meeting') = (${table.meetingId} is not null)`),
    check("milestones_subject", sql`${table.entryId} is not null or ${table.anchor} = 'meeting'`),
    check(
      "milestones_offset",
      // The same limit as `farthestDays` in domain/deadlines.ts.
      sql`abs(${table.offsetDays}) <= 730 and (${table.anchor} <> 'day' or ${table.offsetDays} = 0)`,
    ),
    index("milestones_entry_idx").on(table.entryId, table.dueOn, table.id),
    index("milestones_meeting_idx").on(table.meetingId, table.id),
    index("milestones_due_idx").on(table.dueOn, table.id),
  ],
);

/** Each change of a deadline's day, with its cause. */
export const milestoneMoves = pgTable(
  "milestone_moves",
  {
    id: id(),
    deadlineId: integer("milestone_id")
      .notNull()
      .references(() => milestones.id, { onDelete: "cascade" }),
    fromOn: day("from_on"),
    toOn: day("to_on"),
    cause: text("cause", { enum: moveCauses }).notNull(),
    movedAt: instant("moved_at").notNull(),
    movedBy: integer("moved_by").references(() => users.id, { onDelete: "set null" }),
    /** Null if the account was deleted; the name remains. */
    movedByName: text("moved_by_name").notNull(),
  },
  (table) => [
    check("milestone_moves_cause", oneOf(table.cause, moveCauses)),
    index("milestone_moves_milestone_idx").on(table.deadlineId, table.id),
  ],
);

/**
 * A person's private address for calendar programs, one per person. Only a hash of its secret is
 * stored.
 */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    id: id(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    secretHash: text("secret_hash").notNull().unique(),
    locale: text("locale", { enum: locales }).notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at"),
    lastUsedAddress: text("last_used_address"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    check("calendar_feeds_locale", oneOf(table.locale, locales)),
    uniqueIndex("calendar_feeds_user_idx").on(table.userId).where(sql`${table.revokedAt} is null`),
  ],
);
