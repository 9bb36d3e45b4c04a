import "server-only";
import { eq, sql } from "drizzle-orm";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { SeenPlanInput } from "../schema";
import { loadPlan, refuseStalePlan } from "./lib/load-plan";
import { readUnfinishedCounts } from "./lib/unfinished-counts";

/**
 * Closes a year. Its entries stay as they are, including unfinished ones, whose number is recorded
 * in the audit log.
 * @throws AppError PLAN_CLOSED, CONFLICT
 */
export const closePlan = defineCommand({
  name: "plan.close",
  permission: "plan.close",
  input: SeenPlanInput,
  load: ({ tx, input }) => loadPlan(tx, input.planId),
  run: async ({ tx, actor, input, row: plan, context }) => {
    if (plan.state === "closed") throw new AppError("PLAN_CLOSED");
    refuseStalePlan(plan, input.version);
    const left = await readUnfinishedCounts(tx, actor, plan.id);
    await tx
      .update(workPlans)
      .set({ state: "closed", version: sql`${workPlans.version} + 1`, updatedAt: context.now })
      .where(eq(workPlans.id, plan.id));
    return {
      result: { planId: plan.id },
      audit: {
        subject: "work_plans",
        subjectId: plan.id,
        before: { state: plan.state },
        after: { state: "closed", unfinished: left.unfinished, notCarried: left.notCarried },
      },
    };
  },
});
