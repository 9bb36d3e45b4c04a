import "server-only";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import type { OwnedRow } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { ownersOf, visibleEntries } from "@/server/scope";

export type LoadedEntry = OwnedRow & {
  entry: typeof planEntries.$inferSelect;
  activity: typeof activities.$inferSelect;
  plan: typeof workPlans.$inferSelect;
};

/**
 * Entries for a command, locked until its transaction ends, in the order of their ids so that two
 * commands cannot deadlock. Entries that the actor may not see count as missing.
 * @throws AppError NOT_FOUND if one of them is missing
 */
export async function loadEntries(tx: Transaction, actor: Actor, ids: readonly number[]): Promise<LoadedEntry[]> {
  const wanted = [...new Set(ids)];
  await holdPlans(tx, inArray(planEntries.id, wanted));
  const rows = await tx
    .select({ entry: planEntries, activity: activities, plan: workPlans })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .where(and(inArray(planEntries.id, wanted), visibleEntries(tx, actor)))
    .orderBy(planEntries.id)
    .for("update", { of: planEntries });
  if (rows.length !== wanted.length) throw new AppError("NOT_FOUND");
  const owners = await ownersOf(tx, wanted);
  return rows.map((row) => ({
    ...row,
    ...(owners.get(row.entry.id) ?? { ownerStateIds: [], participantStateIds: [] }),
  }));
}

/**
 * Share-locks the plans of these entries so that none can be closed while this command waits for
 * entry locks. Lock order: plans, then entries, as in commands on a whole year.
 */
async function holdPlans(tx: Transaction, which: SQL): Promise<void> {
  const ofEntries = tx.select({ id: planEntries.workPlanId }).from(planEntries).where(which);
  await tx
    .select({ id: workPlans.id })
    .from(workPlans)
    .where(inArray(workPlans.id, ofEntries))
    .orderBy(workPlans.id)
    .for("share");
}

/** One entry, see `loadEntries`. */
export async function loadEntry(tx: Transaction, actor: Actor, id: number): Promise<LoadedEntry> {
  const [entry] = await loadEntries(tx, actor, [id]);
  if (!entry) throw new AppError("NOT_FOUND");
  return entry;
}

/**
 * One entry for a command that also changes its activity: every entry of the activity is locked,
 * because each gets a version.
 * @throws AppError NOT_FOUND
 */
export async function loadWithSiblings(tx: Transaction, actor: Actor, id: number): Promise<LoadedEntry> {
  const activityId = tx.select({ id: planEntries.activityId }).from(planEntries).where(eq(planEntries.id, id));
  await holdPlans(tx, inArray(planEntries.activityId, activityId));
  await tx
    .select({ id: planEntries.id })
    .from(planEntries)
    .where(inArray(planEntries.activityId, activityId))
    .orderBy(planEntries.id)
    .for("update");
  return loadEntry(tx, actor, id);
}

/**
 * The entries of a closed plan cannot be changed.
 * @throws AppError PLAN_CLOSED
 */
export function refuseClosedPlan(loaded: Pick<LoadedEntry, "plan">): void {
  if (loaded.plan.state === "closed") throw new AppError("PLAN_CLOSED");
}
