import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, index, integer, numeric, pgTable, text, unique } from "drizzle-orm/pg-core";
import { schedules, stages, statuses } from "@/domain/lifecycle";
import { countedValues } from "@/domain/vocabulary";
import { activities } from "./activities";
import { createdAt, day, id, oneOf, updatedAt, version } from "./columns";
import { users } from "./users";
import { workPlans } from "./work-plans";

/** US dollars with cents, as text so that no cent is lost. */
const usd = (name: string) => numeric(name, { precision: 14, scale: 2 });

/** Sorting puts empty values last in both directions, which a single index cannot provide. */
const bothWays = (name: string, column: AnyPgColumn, id: AnyPgColumn) => [
  index(`plan_entries_${name}_idx`).on(column, id),
  index(`plan_entries_${name}_desc_idx`).on(sql`${column} desc nulls last`, id),
];

/**
 * One activity in one work plan, with the stage, status and schedule of that year. It no longer
 * changes when the year is over.
 */
export const planEntries = pgTable(
  "plan_entries",
  {
    id: id(),
    activityId: integer("activity_id")
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    workPlanId: integer("work_plan_id")
      .notNull()
      .references(() => workPlans.id),
    /** Null for entries of partner plans, which need not go through the proposal stages. */
    stage: text("stage", { enum: stages }),
    status: text("status", { enum: statuses }),
    schedule: text("schedule", { enum: schedules }),
    scheduleReason: text("schedule_reason"),
    /** In percent. */
    progress: integer("progress"),
    plannedStartOn: day("planned_start_on"),
    plannedEndOn: day("planned_end_on"),
    actualStartOn: day("actual_start_on"),
    actualEndOn: day("actual_end_on"),
    budgetApprovedUsd: usd("budget_approved_usd"),
    budgetDisbursedUsd: usd("budget_disbursed_usd"),
    fund: text("fund"),
    /**
     * True if the entry is part of the official number. Only these rows are summed for the
     * comparison with the official count.
     */
    counted: text("counted", { enum: countedValues }).notNull().default("unknown"),
    /** The entry of an earlier plan that this one continues. */
    carriedFromId: integer("carried_from_id"),
    /** The phase of the activity, if it is continued in phases. */
    phase: integer("phase"),
    /**
     * A decision that covers several years and by which a carried-over entry is approved from its
     * beginning.
     */
    carriedDecisionId: integer("carried_decision_id"),
    /** The entry into which this one was merged; this one is cancelled. */
    mergedIntoId: integer("merged_into_id"),
    /** Why it was carried on, completed, dropped or merged when its year ended. */
    settledReason: text("settled_reason"),
    /** The day of the national clearance, if the setting requires one before submission. */
    clearedOn: day("cleared_on"),
    clearedBy: integer("cleared_by").references(() => users.id, { onDelete: "set null" }),
    isConfidential: boolean("is_confidential").notNull().default(false),
    /** Visible to the desk only. */
    internalRemark: text("internal_remark"),
    /** Day of the last progress report. */
    lastReportedOn: day("last_reported_on"),
    /**
     * True if it was ever submitted or approved. The counts "proposed" and "approved" use these, so
     * that a later step back does not change them.
     */
    wasSubmitted: boolean("was_submitted").notNull().default(false),
    wasApproved: boolean("was_approved").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: integer("updated_by").references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    unique("plan_entries_once").on(table.activityId, table.workPlanId),
    check("plan_entries_stage", sql`${table.stage} is null or ${oneOf(table.stage, stages)}`),
    check("plan_entries_status", sql`${table.status} is null or ${oneOf(table.status, statuses)}`),
    check("plan_entries_schedule", sql`${table.schedule} is null or ${oneOf(table.schedule, schedules)}`),
    check("plan_entries_counted", oneOf(table.counted, countedValues)),
    check("plan_entries_status_needs_approval", sql`${table.status} is null or ${table.stage} = 'approved'`),
    check("plan_entries_schedule_needs_status", sql`${table.schedule} is null or ${table.status} is not null`),
    check(
      "plan_entries_reason",
      sql`${table.schedule} is null or ${table.schedule} = 'on_track' or length(${table.scheduleReason}) > 0`,
    ),
    check("plan_entries_progress", sql`${table.progress} between 0 and 100`),
    check("plan_entries_phase", sql`${table.phase} between 1 and 99`),
    check("plan_entries_planned_days", sql`${table.plannedEndOn} >= ${table.plannedStartOn}`),
    check("plan_entries_actual_days", sql`${table.actualEndOn} >= ${table.actualStartOn}`),
    check("plan_entries_budget", sql`${table.budgetApprovedUsd} >= 0 and ${table.budgetDisbursedUsd} >= 0`),
    index("plan_entries_plan_idx").on(table.workPlanId, table.id),
    index("plan_entries_stage_idx").on(table.stage, table.id),
    // Also serves the list's totals and order when filtered by status, by an index-only scan.
    index("plan_entries_status_idx").on(
      table.status,
      sql`${table.progress} desc nulls last`,
      table.id,
      table.budgetApprovedUsd,
    ),
    index("plan_entries_schedule_idx").on(table.schedule, table.id),
    index("plan_entries_carried_idx").on(table.carriedFromId),
    // For the rules on funds and completion, which filter by the day on which the work ended or is
    // to end.
    index("plan_entries_ended_idx")
      .on(sql`coalesce(${table.actualEndOn}, ${table.plannedEndOn})`)
      .where(sql`${table.stage} = 'approved'`),
    index("plan_entries_fund_idx").on(table.fund).where(sql`${table.fund} is not null`),
    ...bothWays("progress", table.progress, table.id),
    ...bothWays("reported", table.lastReportedOn, table.id),
    ...bothWays("start", table.plannedStartOn, table.id),
    ...bothWays("end", table.plannedEndOn, table.id),
    ...bothWays("budget", table.budgetApprovedUsd, table.id),
  ],
);
