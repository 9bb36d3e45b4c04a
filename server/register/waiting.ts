import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { planEntries } from "@/db/schema/plan-entries";

/*
 * Since when a report is due: conditions on `plan_entries` together with `r`, the row of
 * `referenceDates` of the entry's period.
 */

/** The last day of the meeting that approved the entry; null if no such decision is recorded. */
const approvedOn = sql`(
  select max(m.last_on) from decisions d join meetings m on m.id = d.meeting_id
  where d.entry_id = ${planEntries.id} and d.stage_to = 'approved' and d.applied_at is not null
)`;

/** When the work began, or is to begin. */
const begunOn = sql`coalesce(${planEntries.actualStartOn}, ${planEntries.plannedStartOn})`;

/**
 * The day from which the wait for a report is counted: the latest of the last report, the approval
 * and the beginning of the work. Without a report it is never before the period.
 * @param lastReportedOn the day of the last report, or null
 */
export function waitingSinceReport(lastReportedOn: SQL | typeof planEntries.lastReportedOn): SQL<string> {
  return sql<string>`greatest(coalesce(${lastReportedOn}, r.starts_on), ${begunOn}, ${approvedOn})`;
}
