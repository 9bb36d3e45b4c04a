import "server-only";
import { eq, sql } from "drizzle-orm";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { ReopenPlanInput } from "../schema";
import { loadPlan, refuseStalePlan } from "./lib/load-plan";

/**
 * Reopens a closed year and records the reason in the audit log.
 * @throws AppError PLAN_NOT_CLOSED, CONFLICT
 */
export const reopenPlan = defineCommand({
  name: "plan.reopen",
  permission: "plan.close",
  input: ReopenPlanInput,
  load: ({ tx, input }) => loadPlan(tx, input.planId),
  run: async ({ tx, input, row: plan, context }) => {
    if (plan.state !== "closed") throw new AppError("PLAN_NOT_CLOSED");
    refuseStalePlan(plan, input.version);
    const { state, reason } = input;
    await tx
      .update(workPlans)
      .set({ state, version: sql`${workPlans.version} + 1`, updatedAt: context.now })
      .where(eq(workPlans.id, plan.id));
    return {
      result: { planId: plan.id },
      audit: {
        subject: "work_plans",
        subjectId: plan.id,
        before: { state: "closed" },
        after: { state, reason },
      },
    };
  },
});
