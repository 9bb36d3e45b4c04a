import "server-only";
import { eq } from "drizzle-orm";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { visibility } from "@/domain/permissions";
import { currentPlanId } from "@/features/reports/read/current-plan";
import { readEntries } from "@/features/reports/read/read-entries";
import { readPlans } from "@/features/reports/read/read-plans";
import { planLines } from "@/server/scope";
import type { DocumentScope } from "../define-document";
import type { workPlanAddress } from "./address";
import type { MatrixData } from "./compose";

/**
 * Reads the work plan matrix: every entry of the plan (or of all plans of a period) that the actor
 * may see.
 * @throws AppError NOT_FOUND for an unknown plan or period
 */
export async function readMatrix({ db, actor, input, context }: DocumentScope<typeof workPlanAddress>) {
  const plan = input.plan ?? String(await currentPlanId(db, context));
  const where = /^\d+$/.test(plan) ? eq(workPlans.id, Number(plan)) : eq(periods.code, plan);
  const plans = await readPlans(db, where, planLines(db, actor));
  if (plans.length === 0) throw new AppError("NOT_FOUND");
  const entries = await readEntries(
    db,
    actor,
    plans.map(({ id }) => id),
  );
  const order = new Map(plans.map(({ id }, index) => [id, index]));
  const ordered = [...entries].sort((a, b) => (order.get(a.planId) ?? 0) - (order.get(b.planId) ?? 0));
  const isPartial = visibility(actor).kind === "state";
  return { data: { plans, entries: ordered, isPartial } satisfies MatrixData, chosen: { plan } };
}
