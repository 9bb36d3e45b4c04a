import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { frameworks, planStates } from "@/domain/vocabulary";
import { partners } from "./bodies";
import { createdAt, id, naturalText, oneOf, updatedAt, version } from "./columns";
import { memberStates } from "./member-states";
import { masterplans, periods } from "./periods";
import { sources } from "./sources";

/** The plan of one framework (ADGSOM-ATRC, or one partner's instrument) for one period. */
export const workPlans = pgTable(
  "work_plans",
  {
    id: id(),
    framework: text("framework", { enum: frameworks }).notNull(),
    partnerId: integer("partner_id").references(() => partners.id),
    periodId: integer("period_id")
      .notNull()
      .references(() => periods.id),
    masterplanId: integer("masterplan_id").references(() => masterplans.id),
    state: text("state", { enum: planStates }).notNull(),
    titleEn: naturalText("title_en").notNull(),
    titleLo: text("title_lo"),
    /** True if no source describes this plan: it is empty and shown as such. */
    isFrame: boolean("is_frame").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("work_plans_once").on(table.framework, table.partnerId, table.periodId).nullsNotDistinct(),
    check("work_plans_framework", oneOf(table.framework, frameworks)),
    check("work_plans_state", oneOf(table.state, planStates)),
    check("work_plans_partner", sql`(${table.framework} = 'partner') = (${table.partnerId} is not null)`),
    index("work_plans_period_idx").on(table.periodId),
  ],
);

/**
 * The number of activities stated officially, with its source: of a plan or of a masterplan, in
 * total or of one member state.
 */
export const officialCounts = pgTable(
  "official_counts",
  {
    id: id(),
    workPlanId: integer("work_plan_id").references(() => workPlans.id, { onDelete: "cascade" }),
    masterplanId: integer("masterplan_id").references(() => masterplans.id),
    kind: text("kind", { enum: ["approved", "proposed"] }).notNull(),
    memberStateId: integer("member_state_id").references(() => memberStates.id),
    count: integer("count").notNull(),
    sourceId: integer("source_id")
      .notNull()
      .references(() => sources.id),
  },
  (table) => [
    unique("official_counts_once")
      .on(table.workPlanId, table.masterplanId, table.kind, table.memberStateId)
      .nullsNotDistinct(),
    check("official_counts_subject", sql`num_nonnulls(${table.workPlanId}, ${table.masterplanId}) = 1`),
    check("official_counts_kind", oneOf(table.kind, ["approved", "proposed"])),
    check("official_counts_count", sql`${table.count} >= 0`),
  ],
);
