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

/*
 * What member states say of their shares: conditions on `entry_states` beside its `plan_entries`
 * and `work_plans`, and on `r`, the row of `referenceDates` of the entry's period.
 */

/**
 * The day of the state's last report. Who leads speaks for the whole entry, so that the entry's
 * updates are its reports too.
 */
export const lastWord = sql<string | null>`case when ${entryStates.role} = 'lead'
  then greatest(${entryStates.lastReportedOn}, ${planEntries.lastReportedOn}) else ${entryStates.lastReportedOn} end`;

/** Since when a report is waited for: the last one, or the first day of the period. */
export const waitingSince = sql<string>`coalesce(${lastWord}, r.starts_on)`;

/** Whole days from then to the day against which the period is judged. */
export const waitingDays = sql<number>`(r.day - ${waitingSince})::int`;

/**
 * The work goes on, and the state has said nothing of its share for longer than the setting allows.
 * A closed plan takes no reports, so none is waited for, nor is one of a state that takes part no
 * more.
 */
export const owesReport = sql<boolean>`(${isOpen} and ${workPlans.state} <> 'closed'
  and ${entryStates.role} <> 'former' and ${waitingSince} < r.day - ${silentAfter})`;

/**
 * Is what the state says of its share for this reader? A focal point reads its own entries whole,
 * and elsewhere its own share.
 */
export function isShareOpen(db: Database, actor: Actor): SQL<boolean> {
  const scope = visibility(actor);
  if (scope.kind === "nothing") return sql<boolean>`false`;
  if (scope.kind !== "state") return sql<boolean>`true`;
  const { memberStateId } = scope;
  // Asked of every share of a plan, so its own entries are gathered once: `exists` would look for
  // them share by share.
  const owned = db
    .select({ id: entryParties.entryId })
    .from(entryParties)
    .where(and(eq(entryParties.memberStateId, memberStateId), inArray(entryParties.role, [...ownerRoles])));
  return sql<boolean>`(${eq(entryStates.memberStateId, memberStateId)} or ${inArray(planEntries.id, owned)})`;
}
