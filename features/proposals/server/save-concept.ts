import "server-only";
import { eq, sql } from "drizzle-orm";
import { concepts } from "@/db/schema/concepts";
import { planEntries } from "@/db/schema/plan-entries";
import { conceptFields } from "@/domain/concept";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { readConcept } from "@/server/entries/concept";
import { loadEntry, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { ConceptInput } from "../schema";

/**
 * Saves the concept note of a draft, complete or not. A change revokes the national clearance,
 * which was given for the previous text.
 * @throws AppError NOT_A_DRAFT; CONFLICT with the current note if somebody else saved first
 */
export const saveConcept = defineCommand({
  name: "concept.save",
  permission: "entry.concept",
  input: ConceptInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, actor, input, row: loaded, context }) => {
    const { entryId, version, ...texts } = input;
    const { entry } = loaded;
    refuseClosedPlan(loaded);
    if (entry.stage !== "draft") throw new AppError("NOT_A_DRAFT");
    const before = await readConcept(tx, entryId);
    if (before.version !== version) {
      const fields = conceptFields.map((field) => [field, before.texts[field] ?? ""]);
      throw new AppError("CONFLICT", {
        current: { ...Object.fromEntries(fields), version: String(before.version) },
      });
    }
    const changed = changedFields({ ...before.texts }, texts);
    if (!changed) return { result: { clearanceFell: false }, audit: null };
    const row = { ...texts, version: version + 1, updatedAt: context.now };
    await tx
      .insert(concepts)
      .values({ entryId, ...row })
      .onConflictDoUpdate({ target: concepts.entryId, set: row });
    // The version of the entry is incremented too, so that only a person who has seen this note can
    // submit or clear it.
    await tx
      .update(planEntries)
      .set({
        clearedOn: null,
        clearedBy: null,
        version: sql`${planEntries.version} + 1`,
        updatedAt: context.now,
        updatedBy: actor.userId,
      })
      .where(eq(planEntries.id, entryId));
    await recordVersion(tx, context, entryId, { change: "concept.save" });
    const fell = entry.clearedOn === null ? {} : { clearedOn: entry.clearedOn };
    return {
      result: { clearanceFell: entry.clearedOn !== null },
      audit: {
        subject: "plan_entries",
        subjectId: entryId,
        before: { ...changed.before, ...fell },
        after: { ...changed.after, ...(entry.clearedOn === null ? {} : { clearedOn: null }) },
      },
    };
  },
});
