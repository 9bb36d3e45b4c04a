import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";

export type LoadedPlan = typeof workPlans.$inferSelect;

/**
 * A plan for a command, locked until the transaction ends. It is locked before any entry.
 * @throws AppError NOT_FOUND
 */
export async function loadPlan(tx: Transaction, id: number): Promise<LoadedPlan> {
  const [plan] = await tx.select().from(workPlans).where(eq(workPlans.id, id)).for("update");
  if (!plan) throw new AppError("NOT_FOUND");
  return plan;
}

/** Locks plans in the order of their ids, so that two commands cannot deadlock. */
export async function lockPlans(tx: Transaction, ids: readonly number[]): Promise<Map<number, LoadedPlan>> {
  const rows = await tx
    .select()
    .from(workPlans)
    .where(inArray(workPlans.id, [...ids]))
    .orderBy(asc(workPlans.id))
    .for("update");
  return new Map(rows.map((plan) => [plan.id, plan]));
}

/** @throws AppError CONFLICT with the current version, if somebody else changed the plan first */
export function refuseStalePlan(plan: LoadedPlan, version: number): void {
  if (plan.version !== version) throw new AppError("CONFLICT", { current: { version: String(plan.version) } });
}
