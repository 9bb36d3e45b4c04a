import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { partners } from "@/db/schema/bodies";
import { masterplans, periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { NewPlanInput } from "../schema";
import { saveCounts } from "./lib/save-counts";

type Input = z.output<typeof NewPlanInput>;

/**
 * Creates a work plan, and its period if that is new.
 * @throws AppError ALREADY_EXISTS for a second plan of the same period
 */
export const createPlan = defineCommand({
  name: "plan.create",
  permission: "plan.create",
  input: NewPlanInput,
  run: async ({ tx, input }) => {
    await refuseUnknown(tx, input);
    const periodId = input.periodId ?? (await addPeriod(tx, input));
    const { framework, partnerId, masterplanId, state, titleEn, titleLo } = input;
    const [plan] = await tx
      .insert(workPlans)
      .values({ framework, partnerId, masterplanId, state, titleEn, titleLo, periodId })
      .returning({ id: workPlans.id });
    if (!plan) throw new AppError("INTERNAL");
    await saveCounts(tx, plan.id, input);
    return {
      result: { planId: plan.id },
      audit: { subject: "work_plans", subjectId: plan.id, after: { ...input, periodId } },
    };
  },
});

async function refuseUnknown(tx: Transaction, input: Input): Promise<void> {
  const checks = [
    ["periodId", periods, input.periodId],
    ["partnerId", partners, input.partnerId],
    ["masterplanId", masterplans, input.masterplanId],
  ] as const;
  for (const [field, table, id] of checks) {
    if (id !== null && (await tx.$count(table, eq(table.id, id))) === 0) {
      throw new AppError("INVALID_INPUT", { fields: [{ field, code: "UNKNOWN_CHOICE" }] });
    }
  }
}

async function addPeriod(tx: Transaction, input: Input): Promise<number> {
  const { periodEn, periodLo, periodStartsOn, periodEndsOn, partnerId } = input;
  if (!periodEn || !periodStartsOn || !periodEndsOn) throw new AppError("INTERNAL");
  const isOneYear = periodStartsOn.slice(0, 4) === periodEndsOn.slice(0, 4);
  const [period] = await tx
    .insert(periods)
    .values({
      code: `${partnerId === null ? "P" : `P${partnerId}`}-${periodStartsOn}-${periodEndsOn}`,
      kind: isOneYear ? "work_cycle" : "multi_year",
      nameEn: periodEn,
      nameLo: periodLo,
      startsOn: periodStartsOn,
      endsOn: periodEndsOn,
      partnerId,
    })
    .returning({ id: periods.id });
  if (!period) throw new AppError("INTERNAL");
  return period.id;
}
