import "server-only";
import { and, asc, desc, eq, gt, lte } from "drizzle-orm";
import type { Database } from "@/db/client";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { type Context, today } from "@/server/context";
import { readCurrentCycle } from "@/server/register/current-cycle";

const ofAsean = eq(workPlans.framework, "adgsom_atrc");

/**
 * The ADGSOM-ATRC plan of the current cycle; if it has none yet, the plan whose period began last,
 * otherwise the first of those to come.
 * @throws AppError NOT_FOUND
 */
export async function currentPlanId(db: Database, context: Context): Promise<number> {
  const plans = () =>
    db.select({ id: workPlans.id }).from(workPlans).innerJoin(periods, eq(periods.id, workPlans.periodId));
  const { current } = await readCurrentCycle(db, today(context));
  const [ofCycle] = await plans()
    .where(and(ofAsean, eq(periods.code, current)))
    .orderBy(asc(workPlans.id))
    .limit(1);
  if (ofCycle) return ofCycle.id;
  const [begun] = await plans()
    .where(and(ofAsean, lte(periods.startsOn, today(context))))
    .orderBy(desc(periods.startsOn), asc(workPlans.id))
    .limit(1);
  const [first] = begun
    ? [begun]
    : await plans().where(ofAsean).orderBy(asc(periods.startsOn), asc(workPlans.id)).limit(1);
  if (!first) throw new AppError("NOT_FOUND");
  return first.id;
}

/** The ADGSOM-ATRC plan of the next cycle after that day; null if there is none yet. */
export async function nextPlanId(db: Database, day: string): Promise<number | null> {
  const [next] = await db
    .select({ id: workPlans.id })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(and(ofAsean, gt(periods.startsOn, day)))
    .orderBy(asc(periods.startsOn), asc(workPlans.id))
    .limit(1);
  return next?.id ?? null;
}
