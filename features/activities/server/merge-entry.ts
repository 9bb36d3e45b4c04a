import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { comments } from "@/db/schema/comments";
import { evidence } from "@/db/schema/evidence";
import { milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import { updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import { defineCommand } from "@/server/define";
import { confirmEntry } from "@/server/entries/confirm-entry";
import { type LoadedEntry, loadEntries, refuseClosedPlan } from "@/server/entries/load";
import { visibleEntries } from "@/server/scope";
import { MergeEntryInput } from "../schema";
import { binEntry } from "./lib/bin-entry";
import { refuseUnlessUndecided } from "./lib/undecided";

/** What hangs on an entry and moves with it. */
const parts = [updates, evidence, comments, milestones] as const;

/**
 * Merges a duplicate proposal into another entry: its updates, evidence, comments and deadlines
 * move there, and what is left of it goes to the bin.
 * @throws AppError PLAN_CLOSED, PROPOSAL_DECIDED, CONFLICT, ENTRY_IN_LINE, MERGE_CONFIDENTIAL, or
 *   INVALID_INPUT (`into`: RECEIVER_UNKNOWN)
 */
export const mergeEntry = defineCommand({
  name: "entry.merge",
  permission: "entry.merge",
  input: MergeEntryInput,
  load: async ({ tx, actor, input }) => {
    const intoId = await receiverOf(tx, actor, input);
    const both = await loadEntries(tx, actor, [input.entryId, intoId]);
    const find = (id: number): LoadedEntry => {
      const found = both.find(({ entry }) => entry.id === id);
      if (!found) throw new AppError("NOT_FOUND");
      return found;
    };
    return { ...find(input.entryId), into: find(intoId) };
  },
  run: async ({ tx, input: { version, reason }, row: loaded, context }) => {
    const { into } = loaded;
    await refuseUnlessUndecided(tx, loaded, version);
    refuseClosedPlan(into);
    // What was said of a confidential entry would be read by everybody who sees the other one.
    if (loaded.entry.isConfidential && !into.entry.isConfidential) throw new AppError("MERGE_CONFIDENTIAL");
    const { id: fromId } = loaded.entry;
    for (const part of parts) await tx.update(part).set({ entryId: into.entry.id }).where(eq(part.entryId, fromId));
    const before = await binEntry(tx, context, loaded, { change: "entry.merge", reason });
    await confirmEntry(tx, context, into.entry.id, { change: "entry.merge" });
    const after = { mergedInto: into.activity.code, reason };
    return {
      result: { entryId: into.entry.id },
      audit: [
        { subject: "plan_entries", subjectId: fromId, before, after },
        { subject: "plan_entries", subjectId: into.entry.id, before: null, after: { merged: loaded.activity.code } },
      ],
    };
  },
});

/** The entry that receives it: that of the same plan, otherwise the latest one with this code. */
async function receiverOf(tx: Transaction, actor: Actor, input: { entryId: number; into: string }): Promise<number> {
  const rows = await tx
    .select({ id: planEntries.id, planId: planEntries.workPlanId })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .where(and(eq(activities.code, input.into), visibleEntries(tx, actor)))
    .orderBy(planEntries.id);
  const [own] = await tx
    .select({ planId: planEntries.workPlanId })
    .from(planEntries)
    .where(eq(planEntries.id, input.entryId));
  const found = rows.find(({ planId }) => planId === own?.planId) ?? rows.at(-1);
  if (found && found.id !== input.entryId) return found.id;
  throw new AppError("INVALID_INPUT", { fields: [{ field: "into", code: "RECEIVER_UNKNOWN" }] });
}
