import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { outcomes, periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import type { Membership } from "@/domain/member-states";

/** The rows of the register that the sample refers to, by code. */
export type SeedContext = {
  states: Map<string, number>;
  members: readonly (Membership & { code: string })[];
  partners: Map<string, number>;
  outcomes: Map<string, number>;
  meetings: Map<string, number>;
  /** Last day of each meeting, `YYYY-MM-DD`. */
  meetingDays: Map<string, string | null>;
  /** The ADGSOM-ATRC plans and their periods, by year. */
  plans: Map<string, number>;
  periods: Map<string, number>;
  takenCodes: Set<string>;
};

/** @throws Error if the reference data lacks the code */
export function idOf(ids: Map<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`the sample names ${code}, which the register does not have`);
  return id;
}

const byCode = (rows: readonly { id: number; code: string }[]) => new Map(rows.map(({ code, id }) => [code, id]));

export async function readSeedContext(tx: Transaction): Promise<SeedContext> {
  const members = await tx.select().from(memberStates).orderBy(memberStates.protocolOrder);
  const plans = await tx
    .select({ id: workPlans.id, code: periods.code, periodId: periods.id })
    .from(workPlans)
    .innerJoin(periods, eq(periods.id, workPlans.periodId))
    .where(eq(workPlans.framework, "adgsom_atrc"));
  const met = await tx.select({ id: meetings.id, code: meetings.code, lastOn: meetings.lastOn }).from(meetings);
  const used = await tx.select({ code: activities.code }).from(activities);
  return {
    members,
    states: byCode(members),
    partners: byCode(await tx.select({ id: partners.id, code: partners.code }).from(partners)),
    outcomes: byCode(await tx.select({ id: outcomes.id, code: outcomes.code }).from(outcomes)),
    meetings: byCode(met),
    meetingDays: new Map(met.map(({ code, lastOn }) => [code, lastOn])),
    plans: new Map(plans.map(({ code, id }) => [code.replace("CYCLE-", ""), id])),
    periods: new Map(plans.map(({ code, periodId }) => [code.replace("CYCLE-", ""), periodId])),
    takenCodes: new Set(used.map(({ code }) => code)),
  };
}
