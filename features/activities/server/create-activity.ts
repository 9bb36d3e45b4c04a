import "server-only";
import { eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { NewActivityInput } from "../schema";
import { activityColumnsOf, entryColumnsOf, nextCode, saveOutcomes } from "./lib/save-activity";
import { saveParties } from "./lib/save-parties";

/**
 * Creates an activity and its first entry, a draft in the chosen plan.
 * @returns the entry's id and the new code
 */
export const createActivity = defineCommand({
  name: "activity.create",
  permission: "activity.create",
  input: NewActivityInput,
  load: async ({ tx, input }) => {
    const [plan] = await tx.select().from(workPlans).where(eq(workPlans.id, input.planId)).for("share");
    if (!plan) throw new AppError("INVALID_INPUT", { fields: [{ field: "planId", code: "UNKNOWN_CHOICE" }] });
    return plan;
  },
  run: async ({ tx, actor, input, row: plan, context }) => {
    refuseClosedPlan({ plan });
    const fields = { ...input, entryId: 0, version: 1, activityVersion: 1 };
    const code = await nextCode(tx, plan.periodId);
    const [activity] = await tx
      .insert(activities)
      .values({ code, ...activityColumnsOf(fields), isSample: actor.isSample })
      .returning({ id: activities.id });
    if (!activity) throw new AppError("INTERNAL");
    await saveOutcomes(tx, activity.id, input.outcomeIds);
    const [entry] = await tx
      .insert(planEntries)
      .values({
        activityId: activity.id,
        workPlanId: plan.id,
        stage: "draft",
        ...entryColumnsOf(fields),
        updatedBy: actor.userId,
      })
      .returning();
    if (!entry) throw new AppError("INTERNAL");
    await saveParties(tx, entry.id, plan.periodId, input);
    await recordVersion(tx, context, entry.id, { change: "activity.create" });
    return {
      result: { entryId: entry.id, code },
      audit: { subject: "plan_entries", subjectId: entry.id, after: { code, ...input } },
    };
  },
});
