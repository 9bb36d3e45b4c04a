import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schemaOf } from "@/address/schema-of";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { visibleEntries } from "@/server/scope";
import { carryOverAddress, carryOverChoices } from "../carry-over-address";
import { previewCarryOver } from "./lib/preview-carry-over";
import {
  carryOverLimit,
  notCarried,
  readApprovals,
  readReceivers,
  readUnfinished,
  unfinished,
} from "./lib/read-unfinished";
import { readTargets } from "./lib/target-plans";

const Input = z.object({
  planId: rowId,
  query: schemaOf(carryOverAddress),
});

/**
 * The unfinished entries of a plan that no other plan continues, and what the given choices would
 * do to them. At most fifty are listed; the rest are counted and listed after these have been
 * carried over or ended.
 * @throws AppError NOT_FOUND, also for a target plan that is not one of the next; PLAN_CLOSED
 */
export const getCarryOver = defineQuery({
  name: "plan.getCarryOver",
  permission: "plan.settle",
  input: Input,
  run: async ({ db, actor, input: { planId, query } }) => {
    const [found] = await db
      .select({ plan: workPlans, period: periods })
      .from(workPlans)
      .innerJoin(periods, eq(periods.id, workPlans.periodId))
      .where(eq(workPlans.id, planId));
    if (!found) throw new AppError("NOT_FOUND");
    const { plan, period } = found;
    if (plan.state === "closed") throw new AppError("PLAN_CLOSED");
    const targets = await readTargets(db, plan, period.startsOn);
    const target = query.to === null ? (targets[0] ?? null) : targets.find(({ id }) => id === query.to);
    if (target === undefined) throw new AppError("NOT_FOUND");
    const targetId = target?.id ?? null;
    const chosen = carryOverChoices(query)
      .filter(({ action }) => action !== "leave")
      .slice(0, carryOverLimit);
    const ids = chosen.map(({ entryId }) => entryId);
    const open = and(unfinished(), notCarried(db));
    const [rows, total, settled, receivers] = await Promise.all([
      readUnfinished(db, actor, { planId, targetId, which: open, limit: carryOverLimit }),
      db.$count(planEntries, and(eq(planEntries.workPlanId, planId), visibleEntries(db, actor), open)),
      readUnfinished(db, actor, { planId, targetId, which: inArray(planEntries.id, ids), limit: carryOverLimit }),
      readReceivers(db, actor, targetId === null ? [planId] : [planId, targetId]),
    ]);
    const approvals = await readApprovals(db, [...new Set([...rows.map(({ id }) => id), ...ids])]);
    return {
      targets,
      target,
      rows,
      total,
      receivers,
      approvals,
      previews: previewCarryOver(chosen, { rows: settled, receivers, approvals, targetId }),
    };
  },
});

export type CarryOverPage = Awaited<ReturnType<typeof getCarryOver>>;
