import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { updatedAt, version } from "./columns";
import { planEntries } from "./plan-entries";

/**
 * The concept note of a proposal: the information that bodies require before they consider it
 * (ATPMM 2014, template 2).
 */
export const concepts = pgTable("concepts", {
  entryId: integer("entry_id")
    .primaryKey()
    .references(() => planEntries.id, { onDelete: "cascade" }),
  purpose: text("purpose"),
  background: text("background"),
  objectives: text("objectives"),
  beneficiaries: text("beneficiaries"),
  workPlan: text("work_plan"),
  method: text("method"),
  funding: text("funding"),
  successIndicators: text("success_indicators"),
  version: version(),
  updatedAt: updatedAt(),
});
