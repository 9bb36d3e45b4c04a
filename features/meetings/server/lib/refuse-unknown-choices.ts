import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { AppError } from "@/domain/errors";

type Chosen = { cycleId: number | null; hostStateId: number | null; chairStateId: number | null };

/** @throws AppError INVALID_INPUT at the field whose choice does not exist */
export async function refuseUnknownChoices(tx: Transaction, { cycleId, hostStateId, chairStateId }: Chosen) {
  const checks = [
    ["cycleId", periods, cycleId],
    ["hostStateId", memberStates, hostStateId],
    ["chairStateId", memberStates, chairStateId],
  ] as const;
  for (const [field, table, id] of checks) {
    if (id !== null && (await tx.$count(table, eq(table.id, id))) === 0)
      throw new AppError("INVALID_INPUT", { fields: [{ field, code: "UNKNOWN_CHOICE" }] });
  }
}
