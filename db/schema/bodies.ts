import { check, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { bodyCodes } from "@/domain/lifecycle";
import { partnerKinds } from "@/domain/vocabulary";
import { day, id, loIsTranslation, names, naturalText, oneOf, validDays, version } from "./columns";

/**
 * The bodies that decide, each with its series of meetings: ministers, senior officials,
 * regulators, working group, retreat, secretariat, partner sessions.
 */
export const bodies = pgTable(
  "bodies",
  {
    id: id(),
    code: text("code").notNull().unique(),
    /** Whose powers it has: what it may decide is a rule (domain/lifecycle.ts), its name is not. */
    actsAs: text("acts_as", { enum: bodyCodes }).notNull(),
    ...names(),
    loIsTranslation: loIsTranslation(),
    ...validDays(),
    version: version(),
  },
  (table) => [check("bodies_acts_as", oneOf(table.actsAs, bodyCodes))],
);

/** Dialogue partners and international organisations. */
export const partners = pgTable(
  "partners",
  {
    id: id(),
    code: naturalText("code").notNull().unique(),
    kind: text("kind", { enum: partnerKinds }).notNull(),
    ...names(),
    ...validDays(),
    version: version(),
  },
  (table) => [check("partners_kind", oneOf(table.kind, partnerKinds))],
);

/**
 * The funds that pay for activities. Entries keep the name as their source prints it; these are
 * offered where one is typed.
 */
export const funds = pgTable("funds", {
  id: id(),
  code: naturalText("code").notNull().unique(),
  ...names(),
  partnerId: integer("partner_id").references(() => partners.id),
  ...validDays(),
  version: version(),
});

/**
 * Names that rows of reference data had before: of table `subject`, row `subject_id`, until
 * `valid_to`. The row itself has the name that follows.
 */
export const formerNames = pgTable(
  "former_names",
  {
    id: id(),
    subject: text("subject").notNull(),
    subjectId: integer("subject_id").notNull(),
    ...names(),
    /** The last day of this name. */
    validTo: day("valid_to").notNull(),
  },
  (table) => [unique("former_names_once").on(table.subject, table.subjectId, table.validTo)],
);
