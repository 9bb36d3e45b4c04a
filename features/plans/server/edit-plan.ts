import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { EditPlanInput } from "../schema";
import { countFieldsOf, saveCounts } from "./lib/save-counts";

/**
 * Changes a plan's titles, state and official counts.
 * @throws AppError CONFLICT with the current fields, PLAN_CLOSED
 */
export const editPlan = defineCommand({
  name: "plan.update",
  permission: "plan.update",
  input: EditPlanInput,
  load: async ({ tx, input }) => {
    const [plan] = await tx.select().from(workPlans).where(eq(workPlans.id, input.planId)).for("update");
    if (!plan) throw new AppError("NOT_FOUND");
    return plan;
  },
  run: async ({ tx, input, row: plan, context }) => {
    if (plan.state === "closed") throw new AppError("PLAN_CLOSED");
    if (plan.version !== input.version) {
      const { titleEn, titleLo, state, version } = plan;
      const counts = await countFieldsOf(tx, plan.id);
      throw new AppError("CONFLICT", {
        current: { titleEn, titleLo: titleLo ?? "", state, ...counts, version: String(version) },
      });
    }
    const { titleEn, titleLo, state } = input;
    const changed = changedFields(plan, { titleEn, titleLo, state });
    const counts = await saveCounts(tx, plan.id, input);
    if (!changed && !counts) return { result: { planId: plan.id }, audit: null };
    await tx
      .update(workPlans)
      .set({ titleEn, titleLo, state, version: sql`${workPlans.version} + 1`, updatedAt: context.now })
      .where(and(eq(workPlans.id, plan.id), eq(workPlans.version, input.version)));
    return {
      result: { planId: plan.id },
      audit: {
        subject: "work_plans",
        subjectId: plan.id,
        before: { ...changed?.before, ...counts?.before },
        after: { ...changed?.after, ...counts?.after },
      },
    };
  },
});
