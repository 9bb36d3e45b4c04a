import "server-only";
import { eq, or } from "drizzle-orm";
import { snapshotOf } from "@/db/entry-versions";
import { activities } from "@/db/schema/activities";
import { decisions } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { loadEntry, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { SeenEntryInput } from "../schema";

/**
 * Removes a draft that no meeting has seen and to which no other entry refers, and its activity if
 * it has no other entries. Its versions and audit rows stay, so that past days can still be shown.
 */
export const removeDraft = defineCommand({
  name: "entry.remove",
  permission: "entry.remove",
  input: SeenEntryInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, input, row: loaded, context }) => {
    const { entry, activity, plan } = loaded;
    refuseClosedPlan(loaded);
    const decided = await tx
      .select({ id: decisions.id })
      .from(decisions)
      .where(eq(decisions.entryId, entry.id))
      .limit(1);
    if (entry.stage !== "draft" || decided.length > 0) throw new AppError("NOT_A_DRAFT");
    if (entry.version !== input.version) throw new AppError("CONFLICT");
    const successors = or(eq(planEntries.carriedFromId, entry.id), eq(planEntries.mergedIntoId, entry.id));
    if ((await tx.$count(planEntries, successors)) > 0) throw new AppError("ENTRY_IN_LINE");
    const before = await snapshotOf(tx, entry.id);
    await recordVersion(tx, context, entry.id, { change: "entry.remove", isRemoval: true });
    await tx.delete(planEntries).where(eq(planEntries.id, entry.id));
    const others = await tx.$count(planEntries, eq(planEntries.activityId, activity.id));
    if (others === 0) await tx.delete(activities).where(eq(activities.id, activity.id));
    return { result: { planId: plan.id }, audit: { subject: "plan_entries", subjectId: entry.id, before } };
  },
});
