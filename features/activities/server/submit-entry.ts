import "server-only";
import { eq, sql } from "drizzle-orm";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { canSubmit } from "@/domain/lifecycle";
import { defineCommand } from "@/server/define";
import { asksForClearance } from "@/server/entries/clearance";
import { missingForSubmission, readConcept } from "@/server/entries/concept";
import { loadEntry, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { SeenEntryInput } from "../schema";

/**
 * Submits a draft for its proponent; afterwards only meetings change its stage.
 * @throws AppError CONCEPT_INCOMPLETE with the missing parts; CLEARANCE_NEEDED if national
 *   clearance is required
 */
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
    const { texts } = await readConcept(tx, entry.id);
    const missing = await missingForSubmission(tx, loaded, texts);
    if (missing.length > 0) {
      const fields = missing.map((field) => ({ field, code: "REQUIRED" as const }));
      throw new AppError("CONCEPT_INCOMPLETE", { params: { count: missing.length }, fields });
    }
    if (entry.clearedOn === null && (await asksForClearance(tx))) throw new AppError("CLEARANCE_NEEDED");
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
