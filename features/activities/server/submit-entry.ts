import "server-only";
import { eq, sql } from "drizzle-orm";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { canSubmit } from "@/domain/lifecycle";
import { defineCommand } from "@/server/define";
import { loadEntry, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { SeenEntryInput } from "../schema";

/** The proponent hands a draft in; from then on only meetings move its stage. */
export const submitEntry = defineCommand({
  name: "entry.submit",
  permission: "entry.submit",
  input: SeenEntryInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, actor, input, row: loaded, context }) => {
    const { entry } = loaded;
    refuseClosedPlan(loaded);
    if (!canSubmit(entry.stage)) throw new AppError("NOT_A_DRAFT");
    if (entry.version !== input.version) throw new AppError("CONFLICT");
    await tx
      .update(planEntries)
      .set({
        stage: "submitted",
        wasSubmitted: true,
        version: sql`${planEntries.version} + 1`,
        updatedAt: context.now,
        updatedBy: actor.userId,
      })
      .where(eq(planEntries.id, entry.id));
    await recordVersion(tx, context, entry.id, { change: "entry.submit" });
    return {
      result: null,
      audit: {
        subject: "plan_entries",
        subjectId: entry.id,
        before: { stage: "draft" },
        after: { stage: "submitted" },
      },
    };
  },
});
