import "server-only";
import { eq, sql } from "drizzle-orm";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { today } from "@/server/context";
import { defineCommand } from "@/server/define";
import { loadEntry, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { SeenDraftInput } from "../schema";

/**
 * Records that the own government has cleared the draft, dated today.
 * @throws AppError NOT_A_DRAFT; CONFLICT if the draft has changed since the person saw it
 */
export const clearEntry = defineCommand({
  name: "entry.clear",
  permission: "entry.clear",
  input: SeenDraftInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, actor, input, row: loaded, context }) => {
    const { entry } = loaded;
    refuseClosedPlan(loaded);
    if (entry.stage !== "draft") throw new AppError("NOT_A_DRAFT");
    if (entry.version !== input.version) throw new AppError("CONFLICT");
    if (entry.clearedOn !== null) return { result: null, audit: null };
    const clearedOn = today(context);
    await tx
      .update(planEntries)
      .set({
        clearedOn,
        clearedBy: actor.userId,
        version: sql`${planEntries.version} + 1`,
        updatedAt: context.now,
        updatedBy: actor.userId,
      })
      .where(eq(planEntries.id, entry.id));
    await recordVersion(tx, context, entry.id, { change: "entry.clear" });
    return {
      result: null,
      audit: {
        subject: "plan_entries",
        subjectId: entry.id,
        before: { clearedOn: null },
        after: { clearedOn },
      },
    };
  },
});
