import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { roundStates } from "@/domain/rounds";
import { createdAt, day, id, instant, oneOf, version } from "./columns";
import { meetings } from "./meetings";
import { users } from "./users";

/** A reporting round: every reporter is asked for updates before a meeting. */
export const rounds = pgTable(
  "rounds",
  {
    id: id(),
    meetingId: integer("meeting_id")
      .notNull()
      .references(() => meetings.id),
    /** The last day on which a report is on time. */
    dueOn: day("due_on").notNull(),
    /** Instructions of the head of division to the reporters. */
    note: text("note"),
    state: text("state", { enum: roundStates }).notNull().default("open"),
    openedBy: integer("opened_by").references(() => users.id, { onDelete: "set null" }),
    openedByName: text("opened_by_name").notNull(),
    closedAt: instant("closed_at"),
    /** Opened by a sample account. */
    isSample: boolean("is_sample").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    check("rounds_state", oneOf(table.state, roundStates)),
    check("rounds_closed", sql`(${table.state} = 'closed') = (${table.closedAt} is not null)`),
    // If two people open a round at once, only one succeeds.
    uniqueIndex("rounds_one_open").on(table.meetingId).where(sql`${table.state} = 'open'`),
    index("rounds_meeting_idx").on(table.meetingId, table.id),
  ],
);
