import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { planEntries } from "@/db/schema/plan-entries";
import type { Signal } from "@/domain/signals";
import { endOfDay } from "./reference-date";
import { silentAfter } from "./silence";
import { waitingSinceReport } from "./waiting";

/**
 * Approved, and its work not started or ongoing; an entry without a recorded status counts as
 * ongoing.
 */
export const isOpen = sql`(${planEntries.stage} = 'approved' and coalesce(${planEntries.status}, 'ongoing') in ('not_started', 'ongoing'))`;
const isUnfinished = sql`coalesce(${planEntries.status}, 'ongoing') not in ('completed', 'cancelled')`;

/** The version in force at the meeting: the last one to take effect until then. */
const then = sql`(
  select v.stage, v.status, v.schedule from entry_versions v
  where v.entry_id = ${planEntries.id} and v.valid_from < ${endOfDay(sql`r.met_on`)}
  order by v.valid_from desc, v.id desc limit 1
)`;

const isSameAsThen = sql`exists (
  select 1 from ${then} past
  where past.stage is not distinct from ${planEntries.stage}
    and past.status is not distinct from ${planEntries.status}
    and past.schedule is not distinct from ${planEntries.schedule}
)`;

/** A fact being loaded into the register is not a change of the entry. */
const hasLaterVersion = sql`exists (
  select 1 from entry_versions v
  where v.entry_id = ${planEntries.id} and v.valid_from >= ${endOfDay(sql`r.met_on`)} and v.change <> 'reference.load'
)`;

/**
 * Nothing is overdue because of a meeting that is not held. The first half is one list for all
 * rows; the days are compared only for the few entries in that list.
 */
const hasOverdue = sql`${planEntries.id} in (select m.entry_id from milestones m where m.entry_id is not null and m.done_on is null)
  and exists (
    select 1 from milestones m where m.entry_id = ${planEntries.id} and m.done_on is null and m.due_on < r.day
      and not (m.anchor = 'meeting' and exists (
        select 1 from meetings g where g.id = m.meeting_id and g.state in ('postponed', 'cancelled')
      ))
  )`;

/**
 * Each signal as a condition on `plan_entries` and on `r`, the row of `referenceDates` of the
 * entry's period.
 */
export const signalConditions: Readonly<Record<Signal, SQL>> = {
  late: sql`${isOpen} and (${planEntries.plannedEndOn} < r.day
    or (${planEntries.status} = 'not_started' and ${planEntries.plannedStartOn} < r.day))`,
  overdue: sql`${isUnfinished} and ${hasOverdue}`,
  // The first comparison is cheap, and spares most rows the search for their approval.
  silent: sql`${isOpen} and coalesce(${planEntries.lastReportedOn}, r.starts_on) < r.day - ${silentAfter}
    and ${waitingSinceReport(planEntries.lastReportedOn)} < r.day - ${silentAfter}`,
  at_risk: sql`${planEntries.schedule} = 'at_risk' and ${isUnfinished}`,
  delayed: sql`${planEntries.schedule} = 'delayed' and ${isUnfinished}`,
  untranslated: sql`${planEntries.activityId} in (select id from activities where title_lo is null)`,
  changed: sql`r.met_on is not null and ${hasLaterVersion} and not ${isSameAsThen}`,
};
