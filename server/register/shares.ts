import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { visibility } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { ownerRoles } from "@/domain/vocabulary";
import { isOpen } from "./signals";
import { silentAfter } from "./silence";
import { waitingSinceReport } from "./waiting";

/*
 * What member states report of their shares: conditions on `entry_states` together with its
 * `plan_entries` and `work_plans`, and on `r`, the row of `referenceDates` of the entry's period.
 */

/**
 * The day of the state's last report. The lead reports on the whole entry, so the entry's updates
 * count as its reports too.
 */
export const lastWord = sql<string | null>`case when ${entryStates.role} = 'lead'
  then greatest(${entryStates.lastReportedOn}, ${planEntries.lastReportedOn}) else ${entryStates.lastReportedOn} end`;

/** Since when a report of the share is due. */
export const waitingSince = waitingSinceReport(lastWord);

/** Whole days from then to the reference date of the period. */
export const waitingDays = sql<number>`(r.day - ${waitingSince})::int`;

/**
 * Condition: the work is ongoing, and the state has not reported on its share for longer than the
 * setting allows. A closed plan takes no reports, so none is due; nor is one due from a state that
 * no longer takes part.
 */
export const owesReport = sql<boolean>`(${isOpen} and ${workPlans.state} <> 'closed'
  and ${entryStates.role} <> 'former' and coalesce(${lastWord}, r.starts_on) < r.day - ${silentAfter}
  and ${waitingSince} < r.day - ${silentAfter})`;

/**
 * Condition: this reader may see what the state reported of its share. A focal point sees all
 * shares of its own entries, and only its own share of others.
 */
export function isShareOpen(db: Database, actor: Actor): SQL<boolean> {
  const scope = visibility(actor);
  if (scope.kind === "nothing") return sql<boolean>`false`;
  if (scope.kind !== "state") return sql<boolean>`true`;
  const { memberStateId } = scope;
  // The condition is evaluated for every share of a plan, so the state's own entries are collected
  // once; `exists` would look for them share by share.
  const owned = db
    .select({ id: entryParties.entryId })
    .from(entryParties)
    .where(and(eq(entryParties.memberStateId, memberStateId), inArray(entryParties.role, [...ownerRoles])));
  return sql<boolean>`(${eq(entryStates.memberStateId, memberStateId)} or ${inArray(planEntries.id, owned)})`;
}
