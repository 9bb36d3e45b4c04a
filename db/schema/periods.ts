import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { periodKinds } from "@/domain/vocabulary";
import { partners } from "./bodies";
import { day, id, loIsTranslation, names, naturalText, oneOf, validDays, version } from "./columns";
import { memberStates } from "./member-states";

/**
 * A year or a span of years, as its owner counts it. Never derived from a date: the Lao word for a
 * cycle year can mean one, two or three years, and short periods exist. Without an owner column set
 * it is ASEAN's.
 */
export const periods = pgTable(
  "periods",
  {
    id: id(),
    code: naturalText("code").notNull().unique(),
    kind: text("kind", { enum: periodKinds }).notNull(),
    ...names(),
    startsOn: day("starts_on").notNull(),
    endsOn: day("ends_on").notNull(),
    memberStateId: integer("member_state_id").references(() => memberStates.id),
    partnerId: integer("partner_id").references(() => partners.id),
    version: version(),
  },
  (table) => [
    check("periods_kind", oneOf(table.kind, periodKinds)),
    check("periods_order", sql`${table.endsOn} >= ${table.startsOn}`),
    check("periods_one_owner", sql`num_nonnulls(${table.memberStateId}, ${table.partnerId}) <= 1`),
  ],
);

export const masterplans = pgTable("masterplans", {
  id: id(),
  code: naturalText("code").notNull().unique(),
  ...names(),
  startsOn: day("starts_on").notNull(),
  endsOn: day("ends_on").notNull(),
  version: version(),
});

/** The numbered Desired Outcomes of a masterplan; some may be unknown. */
export const outcomes = pgTable(
  "outcomes",
  {
    id: id(),
    masterplanId: integer("masterplan_id")
      .notNull()
      .references(() => masterplans.id),
    ordinal: integer("ordinal").notNull(),
    code: naturalText("code").notNull().unique(),
    ...names(),
    loIsTranslation: loIsTranslation(),
    ...validDays(),
    version: version(),
  },
  (table) => [uniqueIndex("outcomes_ordinal_idx").on(table.masterplanId, table.ordinal)],
);

/** What a masterplan names below a Desired Outcome: the actions that are to bring it about. */
export const enablingActions = pgTable(
  "enabling_actions",
  {
    id: id(),
    outcomeId: integer("outcome_id")
      .notNull()
      .references(() => outcomes.id),
    /** The number as printed: `1.2`. */
    code: naturalText("code").notNull(),
    ...names(),
    loIsTranslation: loIsTranslation(),
    ...validDays(),
    version: version(),
  },
  (table) => [uniqueIndex("enabling_actions_code_idx").on(table.outcomeId, table.code)],
);
