import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { periods } from "@/db/schema/periods";
import { settings } from "@/db/schema/settings";
import { AppError, type FieldError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { type CurrentCycle, currentCycleKey, readCurrentCycle } from "@/server/register/current-cycle";
import { SetCycleInput } from "../schema";

/** Says which work cycle the overview opens on, and which is in preparation. @throws AppError CONFLICT with the setting as it stands */
export const setCycle = defineCommand({
  name: "cycle.update",
  permission: "cycle.update",
  input: SetCycleInput,
  run: async ({ tx, input, actor, context }) => {
    const { version, ...value } = input;
    await refuseUnknown(tx, value);
    const { version: stored, ...before } = await readCurrentCycle(tx);
    if (stored !== version) throw conflict(before, stored);
    const changed = changedFields(before, value);
    if (!changed) return { result: { version }, audit: null };
    const stamp = { value, updatedAt: context.now, updatedBy: actor.userId };
    if (!(await write(tx, version, stamp))) {
      const { version: newer, ...now } = await readCurrentCycle(tx);
      throw conflict(now, newer);
    }
    return {
      result: { version: version + 1 },
      audit: { subject: "settings", subjectId: null, ...changed, after: { ...changed.after, key: currentCycleKey } },
    };
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

type Stamp = { value: CurrentCycle; updatedAt: Date; updatedBy: number | null };

/** Writes over the version that was seen; false when somebody else wrote first. */
async function write(tx: Transaction, version: number, stamp: Stamp): Promise<boolean> {
  if (version === 0) {
    const made = await tx
      .insert(settings)
      .values({ key: currentCycleKey, ...stamp })
      .onConflictDoNothing()
      .returning({ key: settings.key });
    return made.length === 1;
  }
  const saved = await tx
    .update(settings)
    .set({ ...stamp, version: sql`${settings.version} + 1` })
    .where(and(eq(settings.key, currentCycleKey), eq(settings.version, version)))
    .returning({ key: settings.key });
  return saved.length === 1;
}

function conflict(now: CurrentCycle, version: number): AppError {
  return new AppError("CONFLICT", {
    current: { current: now.current, preparing: now.preparing ?? "", version: String(version) },
  });
}
