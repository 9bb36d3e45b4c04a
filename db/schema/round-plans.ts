import { index, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { rounds } from "./rounds";
import { workPlans } from "./work-plans";

/** The plans that a round covers: entries whose work begins later can be added to the round. */
export const roundPlans = pgTable(
  "round_plans",
  {
    roundId: integer("round_id")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    workPlanId: integer("work_plan_id")
      .notNull()
      .references(() => workPlans.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.workPlanId] }),
    index("round_plans_plan_idx").on(table.workPlanId),
  ],
);
