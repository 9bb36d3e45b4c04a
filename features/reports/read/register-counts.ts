import "server-only";
import type { SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { readRegisterCounts, type RegisterCount as StateCount, sumCounts } from "@/server/register/plan-counts";
import type { RegisterCount } from "../report-data";

type PlanRegister = { all: RegisterCount; byState: Map<string, RegisterCount> };

/**
 * Number of the register's entries of each plan, in total and by the proponent's member state.
 * @param lines condition of the entries that are counted
 */
export async function readRegister(
  db: Database,
  planIds: number[],
  lines: SQL | undefined,
): Promise<Map<number, PlanRegister>> {
  const rows = await readRegisterCounts(db, lines, planIds);
  return new Map(
    planIds.map((planId) => {
      const ofPlan = rows.filter((row) => row.planId === planId);
      const byState = ofPlan.flatMap((row) => (row.stateCode ? [[row.stateCode, withSamples(row)] as const] : []));
      return [planId, { all: withSamples(sumCounts(ofPlan)), byState: new Map(byState) }];
    }),
  );
}

type Sums = Pick<StateCount, "approved" | "approvedSample" | "proposed" | "proposedSample">;

const withSamples = (sums: Sums): RegisterCount => ({
  approved: { all: sums.approved, sample: sums.approvedSample },
  proposed: { all: sums.proposed, sample: sums.proposedSample },
});
