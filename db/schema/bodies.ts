import { check, pgTable, text } from "drizzle-orm/pg-core";
import { bodyCodes } from "@/domain/lifecycle";
import { partnerKinds } from "@/domain/vocabulary";
import { day, id, loIsTranslation, names, naturalText, oneOf } from "./columns";

/**
 * The bodies that decide: ministers, senior officials, regulators, working group, retreat,
 * secretariat, partner sessions.
 */
export const bodies = pgTable("bodies", {
  id: id(),
  code: text("code", { enum: bodyCodes }).notNull().unique(),
  ...names(),
  loIsTranslation: loIsTranslation(),
  validFrom: day("valid_from"),
  validTo: day("valid_to"),
});

/** Dialogue partners and international organisations. */
export const partners = pgTable(
  "partners",
  {
    id: id(),
    code: naturalText("code").notNull().unique(),
    kind: text("kind", { enum: partnerKinds }).notNull(),
    ...names(),
  },
  (table) => [check("partners_kind", oneOf(table.kind, partnerKinds))],
);
