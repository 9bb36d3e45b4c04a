import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { day, id, names, validDays, version } from "./columns";

export const memberStates = pgTable(
  "member_states",
  {
    id: id(),
    /** ISO 3166-1 alpha-2. */
    code: text("code").notNull().unique(),
    code3: text("code3").notNull().unique(),
    ...names(),
    /** Position in the English alphabetical protocol order, which is used in both languages. */
    protocolOrder: integer("protocol_order").notNull().unique(),
    joinedOn: day("joined_on").notNull(),
    leftOn: day("left_on"),
    version: version(),
  },
  (table) => [
    check("member_states_left_after_joined", sql`${table.leftOn} is null or ${table.leftOn} > ${table.joinedOn}`),
  ],
);

/** Ministries and other offices of a member state. */
export const agencies = pgTable(
  "agencies",
  {
    id: id(),
    memberStateId: integer("member_state_id")
      .notNull()
      .references(() => memberStates.id),
    abbreviation: text("abbreviation"),
    ...names(),
    ...validDays(),
    version: version(),
  },
  (table) => [index("agencies_member_state_idx").on(table.memberStateId)],
);
