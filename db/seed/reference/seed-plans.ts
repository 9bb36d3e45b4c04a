import "server-only";
import type { Transaction } from "@/db/client";
import { officialCounts, workPlans } from "@/db/schema/work-plans";
import { partnerPlanRows, planRows } from "./plans";
import { cite, type Frame, idOf } from "./seed-frame";

/** The key of a plan: its period, and its partner if it has one. */
export const planKey = (period: string, partner?: string) => (partner ? `${partner}:${period}` : period);

/** The work plans with their official counts. @returns ids by `planKey` */
export async function seedPlans(tx: Transaction, frame: Frame): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { cycle, state, masterplan, isFrame, sources, counts } of planRows) {
    const period = `CYCLE-${cycle}`;
    const [plan] = await tx
      .insert(workPlans)
      .values({
        framework: "adgsom_atrc",
        periodId: idOf(frame.periodIds, period),
        masterplanId: idOf(frame.masterplanIds, masterplan),
        titleEn: `ADGSOM–ATRC work plan ${cycle}`,
        titleLo: `ແຜນວຽກ ADGSOM–ATRC ສົກປີ ${cycle}`,
        state,
        isFrame,
      })
      .returning({ id: workPlans.id });
    if (!plan) continue;
    ids.set(planKey(period), plan.id);
    await cite(tx, frame.sourceIds, "work_plans", plan.id, sources);
    for (const { kind, state: member, count, source } of counts) {
      await tx.insert(officialCounts).values({
        workPlanId: plan.id,
        kind,
        count,
        memberStateId: member ? idOf(frame.stateIds, member) : null,
        sourceId: idOf(frame.sourceIds, source),
      });
    }
  }
  await seedPartnerPlans(tx, frame, ids);
  await tx.insert(officialCounts).values({
    masterplanId: idOf(frame.masterplanIds, "ADM2025"),
    kind: "approved",
    count: 82,
    sourceId: idOf(frame.sourceIds, "vjst-adm-2025"),
  });
  return ids;
}

async function seedPartnerPlans(tx: Transaction, frame: Frame, ids: Map<string, number>): Promise<void> {
  for (const { partner, period, titleEn, titleLo } of partnerPlanRows) {
    const [plan] = await tx
      .insert(workPlans)
      .values({
        framework: "partner",
        partnerId: idOf(frame.partnerIds, partner),
        periodId: idOf(frame.periodIds, period),
        state: "proposed",
        titleEn,
        titleLo,
      })
      .returning({ id: workPlans.id });
    if (!plan) continue;
    ids.set(planKey(period, partner), plan.id);
    await cite(tx, frame.sourceIds, "work_plans", plan.id, ["mtc-2023-08-24"]);
  }
}
