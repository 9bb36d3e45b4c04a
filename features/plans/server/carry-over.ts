import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { needsCarryOverReason } from "@/domain/carry-over";
import { AppError, type FieldError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import { defineCommand } from "@/server/define";
import { loadEntries } from "@/server/entries/load";
import { CarryOverInput } from "../schema";
import { carryOverAll } from "./lib/carry-over-all";
import { type LoadedPlan, lockPlans } from "./lib/load-plan";
import { type CarryOverPreview, previewCarryOver } from "./lib/preview-carry-over";
import { readApprovals, readReceivers, readUnfinished } from "./lib/read-unfinished";
import { readTargets, type TargetPlan } from "./lib/target-plans";

type Input = z.output<typeof CarryOverInput>;

/**
 * Carries entries of a closing year into a later plan, or completes, drops or merges them; all or
 * none. No stage changes.
 * @returns how many of each
 * @throws AppError PLAN_CLOSED, CONFLICT if an entry has changed since it was seen,
 *   CARRY_OVER_REFUSED {entries} with each refused entry as `do.<id>`, INVALID_INPUT with
 *   `reason.<id>` for a missing reason or with `to` for a plan that is not one of the next
 */
export const carryOver = defineCommand({
  name: "plan.carryOver",
  permission: "plan.settle",
  input: CarryOverInput,
  load: async ({ tx, input }) => {
    const plans = await lockPlans(tx, [input.planId, ...(input.toPlanId === null ? [] : [input.toPlanId])]);
    const plan = plans.get(input.planId);
    if (!plan) throw new AppError("NOT_FOUND");
    return plan;
  },
  run: async ({ tx, actor, input, row: plan, context }) => {
    if (plan.state === "closed") throw new AppError("PLAN_CLOSED");
    refuseUnexplained(input);
    const ids = input.entries.map(({ entryId }) => entryId);
    const loaded = new Map((await loadEntries(tx, actor, ids)).map((row) => [row.entry.id, row]));
    if ([...loaded.values()].some(({ entry }) => entry.workPlanId !== plan.id)) throw new AppError("NOT_FOUND");
    const [period] = await tx.select().from(periods).where(eq(periods.id, plan.periodId));
    if (!period) throw new AppError("INTERNAL");
    const target = targetOf(await readTargets(tx, plan, period.startsOn), input.toPlanId);
    const previews = await preview(tx, actor, { input, plan, target });
    refuseImpossible(previews, input);
    const { audit, ...counts } = await carryOverAll(tx, context, {
      entries: input.entries,
      previews,
      loaded,
      target,
      oldEndsOn: period.endsOn,
    });
    const summary = { subject: "work_plans", subjectId: plan.id, after: { ...counts, toPlanId: target?.id ?? null } };
    return { result: counts, audit: [summary, ...audit] };
  },
});

function refuseUnexplained({ entries }: Input): void {
  const fields = entries
    .filter(({ action, reason }) => needsCarryOverReason(action) && reason === null)
    .map(({ entryId }): FieldError => ({ field: `reason.${entryId}`, code: "REASON_REQUIRED" }));
  if (fields.length > 0) throw new AppError("INVALID_INPUT", { fields });
}

function targetOf(targets: readonly TargetPlan[], toPlanId: number | null): TargetPlan | null {
  const target = targets.find(({ id }) => id === toPlanId) ?? null;
  if (toPlanId !== null && target === null) {
    throw new AppError("INVALID_INPUT", { fields: [{ field: "to", code: "UNKNOWN_CHOICE" }] });
  }
  return target;
}

type CarryOverInputs = { input: Input; plan: LoadedPlan; target: TargetPlan | null };

async function preview(
  tx: Transaction,
  actor: Actor,
  { input, plan, target }: CarryOverInputs,
): Promise<CarryOverPreview[]> {
  const ids = input.entries.map(({ entryId }) => entryId);
  const targetId = target?.id ?? null;
  const which = inArray(planEntries.id, ids);
  const rows = await readUnfinished(tx, actor, { planId: plan.id, targetId, which, limit: ids.length });
  const receivers = await readReceivers(tx, actor, targetId === null ? [plan.id] : [plan.id, targetId]);
  const approvals = await readApprovals(tx, ids);
  return previewCarryOver(input.entries, { rows, receivers, approvals, targetId });
}

/**
 * Impossible actions are reported before mere conflicts of versions, so that the second of two
 * people learns that the entry has been carried over already.
 */
function refuseImpossible(previews: readonly CarryOverPreview[], { entries }: Input): void {
  const seen = new Map(entries.map(({ entryId, version }) => [entryId, version]));
  const impossible = previews.flatMap(({ row, refusal }) =>
    refusal
      ? [{ row, field: { field: `do.${row.id}`, ...refusal, params: { code: row.code, ...refusal.params } } }]
      : [],
  );
  if (impossible.length > 0) {
    throw new AppError("CARRY_OVER_REFUSED", {
      params: { entries: impossible.map(({ row }) => row.code).join(", ") },
      fields: impossible.map(({ field }) => field),
    });
  }
  const changed = previews.filter(({ row }) => row.version !== seen.get(row.id));
  if (changed.length > 0) {
    throw new AppError("CONFLICT", { fields: changed.map(({ row }) => ({ field: `do.${row.id}`, code: "CONFLICT" })) });
  }
}
