import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import type { Database } from "@/db/client";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { visibility } from "@/domain/permissions";
import type { ReportModel } from "@/domain/report-model";
import type { Actor } from "@/domain/roles";
import type { Context } from "@/server/context";
import { planLines } from "@/server/scope";
import { composeMatrix } from "./compose";
import { workPlanAddress } from "./address";
import { currentPlanId } from "@/features/reports/read/current-plan";
import { readEntries } from "@/features/reports/read/read-entries";
import { readPlans } from "@/features/reports/read/read-plans";
import { readFrame } from "@/features/reports/read/report-frame";

export const MatrixInput = schemaOf(workPlanAddress);

type Scope = { db: Database; actor: Actor; input: z.output<typeof MatrixInput>; context: Context };

export type BuiltMatrix = {
  model: ReportModel;
  /** What was asked for, defaults filled in. */
  chosen: { plan: string };
};

/**
 * The work plan matrix: every entry of the plan (or of all plans of a period) that the actor sees.
 * @throws AppError NOT_FOUND for a plan or period that is not there
 */
export async function buildMatrix({ db, actor, input, context }: Scope): Promise<BuiltMatrix> {
  const plan = input.plan ?? String(await currentPlanId(db, context));
  const where = /^\d+$/.test(plan) ? eq(workPlans.id, Number(plan)) : eq(periods.code, plan);
  const plans = await readPlans(db, where, planLines(db, actor));
  if (plans.length === 0) throw new AppError("NOT_FOUND");
  const [frame, entries] = await Promise.all([
    readFrame(db, context, input),
    readEntries(
      db,
      actor,
      plans.map(({ id }) => id),
    ),
  ]);
  const order = new Map(plans.map(({ id }, index) => [id, index]));
  const ordered = [...entries].sort((a, b) => (order.get(a.planId) ?? 0) - (order.get(b.planId) ?? 0));
  const isPartial = visibility(actor).kind === "state";
  return { model: composeMatrix(frame, { plans, entries: ordered, isPartial }), chosen: { plan } };
}
