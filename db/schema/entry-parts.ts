import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { statuses } from "@/domain/lifecycle";
import { entryStateRoles, partyRoles, priorityKinds, priorityStates } from "@/domain/vocabulary";
import { partners } from "./bodies";
import { day, id, oneOf, updatedAt, version } from "./columns";
import { decisions, meetings } from "./meetings";
import { agencies, memberStates } from "./member-states";
import { periods } from "./periods";
import { planEntries } from "./plan-entries";
import { sources } from "./sources";

const entryId = () =>
  integer("entry_id")
    .notNull()
    .references(() => planEntries.id, { onDelete: "cascade" });

/**
 * The parties of an entry with their roles: a member state (with its agency, if known) or a
 * partner.
 */
export const entryParties = pgTable(
  "entry_parties",
  {
    id: id(),
    entryId: entryId(),
    role: text("role", { enum: partyRoles }).notNull(),
    memberStateId: integer("member_state_id").references(() => memberStates.id),
    agencyId: integer("agency_id").references(() => agencies.id),
    partnerId: integer("partner_id").references(() => partners.id),
  },
  (table) => [
    check("entry_parties_role", oneOf(table.role, partyRoles)),
    check("entry_parties_one", sql`num_nonnulls(${table.memberStateId}, ${table.partnerId}) = 1`),
    check("entry_parties_agency", sql`${table.agencyId} is null or ${table.memberStateId} is not null`),
    unique("entry_parties_once")
      .on(table.entryId, table.role, table.memberStateId, table.agencyId, table.partnerId)
      .nullsNotDistinct(),
    uniqueIndex("entry_parties_one_proponent").on(table.entryId).where(sql`${table.role} = 'proponent'`),
    index("entry_parties_state_idx").on(table.memberStateId, table.entryId),
    index("entry_parties_partner_idx").on(table.partnerId, table.entryId),
  ],
);

/** One row per member state of an entry: its role and its last report on its share. */
export const entryStates = pgTable(
  "entry_states",
  {
    id: id(),
    entryId: entryId(),
    memberStateId: integer("member_state_id")
      .notNull()
      .references(() => memberStates.id),
    role: text("role", { enum: entryStateRoles }).notNull().default("participant"),
    status: text("status", { enum: statuses }),
    note: text("note"),
    lastReportedOn: day("last_reported_on"),
    focalPoint: text("focal_point"),
    version: version(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("entry_states_once").on(table.entryId, table.memberStateId),
    index("entry_states_state_idx").on(table.memberStateId, table.entryId),
    check("entry_states_role", oneOf(table.role, entryStateRoles)),
    check("entry_states_status", sql`${table.status} is null or ${oneOf(table.status, statuses)}`),
  ],
);

/**
 * A priority that an entry is proposed for or was given; decided separately from the entry's stage.
 */
export const entryPriorities = pgTable(
  "entry_priorities",
  {
    id: id(),
    entryId: entryId(),
    kind: text("kind", { enum: priorityKinds }).notNull(),
    periodId: integer("period_id").references(() => periods.id),
    meetingId: integer("meeting_id").references(() => meetings.id),
    state: text("state", { enum: priorityStates }).notNull(),
    decisionId: integer("decision_id").references(() => decisions.id),
    sourceId: integer("source_id").references(() => sources.id),
  },
  (table) => [
    unique("entry_priorities_once").on(table.entryId, table.kind, table.periodId, table.meetingId).nullsNotDistinct(),
    check("entry_priorities_kind", oneOf(table.kind, priorityKinds)),
    check("entry_priorities_state", oneOf(table.state, priorityStates)),
    check("entry_priorities_for", sql`num_nonnulls(${table.periodId}, ${table.meetingId}) = 1`),
  ],
);
