import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { periods } from "@/db/schema/periods";
import { AppError, type FieldError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { type CurrentCycle, currentCycle } from "@/server/register/current-cycle";
import { saveSetting } from "@/server/settings";
import { SetCycleInput } from "../schema";

/**
 * Sets the work cycle that the overview opens on, and the one in preparation.
 * @throws AppError CONFLICT with the current setting
 */
export const setCycle = defineCommand({
  name: "cycle.update",
  permission: "cycle.update",
  input: SetCycleInput,
  run: async ({ tx, input, context }) => {
    const { version, ...value } = input;
    await refuseUnknown(tx, value);
    return saveSetting({ tx, context }, currentCycle, { value, version });
  },
});

/** Only work cycles can be current or in preparation. */
async function refuseUnknown(tx: Transaction, value: CurrentCycle): Promise<void> {
  const fields: FieldError[] = [];
  for (const field of ["current", "preparing"] as const) {
    const code = value[field];
    if (code === null) continue;
    const known = await tx.$count(periods, and(eq(periods.code, code), eq(periods.kind, "work_cycle")));
    if (known === 0) fields.push({ field, code: "UNKNOWN_CHOICE" });
  }
  if (fields.length > 0) throw new AppError("INVALID_INPUT", { fields });
}
