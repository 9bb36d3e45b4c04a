import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { activities, activityOutcomes } from "@/db/schema/activities";
import { entryParties } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import type { Context } from "@/server/context";
import { moveWithEntry } from "@/server/deadlines/move";
import { defineCommand } from "@/server/define";
import { type LoadedEntry, loadWithSiblings, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { EditActivityInput } from "../schema";
import { editFields } from "./lib/edit-fields";
import { activityColumnsOf, entryColumnsOf, saveOutcomes } from "./lib/save-activity";
import { saveParties } from "./lib/save-parties";

/**
 * Saves the edited fields of an activity and one of its entries, and moves the deadlines counted
 * from the entry's end.
 * @throws AppError CONFLICT with the current fields, if either row has changed since the form was
 *   filled
 */
export const editActivity = defineCommand({
  name: "entry.update",
  permission: "entry.update",
  input: EditActivityInput,
  load: ({ tx, actor, input }) => loadWithSiblings(tx, actor, input.entryId),
  run: async ({ tx, input, row: loaded, context }) => {
    const { entry, activity, plan } = loaded;
    refuseClosedPlan(loaded);
    if (entry.version !== input.version || activity.version !== input.activityVersion) {
      throw new AppError("CONFLICT", { current: await editFields(tx, loaded) });
    }
    const before = await partsOf(tx, entry.id, activity.id);
    const activityChange = changedFields(activity, activityColumnsOf(input));
    const entryChange = changedFields(entry, entryColumnsOf(input));
    await saveOutcomes(tx, activity.id, input.outcomeIds);
    await saveParties(tx, entry.id, plan.periodId, input);
    const partsChange = changedFields(before, await partsOf(tx, entry.id, activity.id));
    if (!activityChange && !entryChange && !partsChange) return { result: { clearanceFell: false }, audit: null };
    const isSharedChange = activityChange !== null || partsChange?.after.outcomes !== undefined;
    // National clearance was given for this title, these outcomes and this proponent. Titles and
    // outcomes belong to all drafts of the activity.
    const { titleEn, titleLo } = activityChange?.after ?? {};
    const isOtherProposal = titleEn !== undefined || titleLo !== undefined || partsChange?.after.outcomes !== undefined;
    const isClearanceOver = isOtherProposal || hasOtherProponent(partsChange);
    const fell = isClearanceOver && entry.clearedOn !== null ? { clearedOn: entry.clearedOn } : null;
    await saveColumns(tx, context, loaded, { input, isClearanceOver });
    if (isSharedChange) await saveShared(tx, context, loaded, { input, isClearanceOver: isOtherProposal });
    await recordVersion(tx, context, entry.id, { change: "entry.update" });
    const change = {
      subject: "plan_entries",
      subjectId: entry.id,
      before: { ...activityChange?.before, ...entryChange?.before, ...partsChange?.before, ...fell },
      after: {
        ...activityChange?.after,
        ...entryChange?.after,
        ...partsChange?.after,
        ...(fell && { clearedOn: null }),
      },
    };
    return {
      result: { clearanceFell: fell !== null },
      audit: [change, ...(await moveWithEntry(tx, context, entry.id))],
    };
  },
});

type Input = z.output<typeof EditActivityInput>;

type Parts = Awaited<ReturnType<typeof partsOf>>;

function hasOtherProponent(
  change: { before: Record<string, unknown>; after: Record<string, unknown> } | null,
): boolean {
  const proponents = (side: Record<string, unknown>) =>
    ((side.parties ?? []) as Parts["parties"]).filter(({ role }) => role === "proponent");
  return (
    change !== null && changedFields({ all: proponents(change.before) }, { all: proponents(change.after) }) !== null
  );
}

const uncleared = { clearedOn: null, clearedBy: null };

type Saving = { input: Input; isClearanceOver: boolean };

async function saveColumns(
  tx: Transaction,
  context: Context,
  loaded: LoadedEntry,
  { input, isClearanceOver }: Saving,
): Promise<void> {
  const saved = await tx
    .update(planEntries)
    .set({
      ...entryColumnsOf(input),
      ...(isClearanceOver ? uncleared : {}),
      version: sql`${planEntries.version} + 1`,
      updatedAt: context.now,
      updatedBy: context.actor.userId,
    })
    .where(and(eq(planEntries.id, loaded.entry.id), eq(planEntries.version, input.version)))
    .returning({ id: planEntries.id });
  if (saved.length === 0) throw new AppError("CONFLICT", { current: await editFields(tx, loaded) });
}

/**
 * Records the change for the other entries of the activity, because titles and outcomes belong to
 * the activity.
 */
async function saveShared(
  tx: Transaction,
  context: Context,
  { activity, entry }: LoadedEntry,
  { input, isClearanceOver }: Saving,
): Promise<void> {
  const saved = await tx
    .update(activities)
    .set({
      ...activityColumnsOf(input),
      version: sql`${activities.version} + 1`,
      updatedAt: context.now,
    })
    .where(and(eq(activities.id, activity.id), eq(activities.version, input.activityVersion)))
    .returning({ id: activities.id });
  if (saved.length === 0) throw new AppError("CONFLICT", { current: await editFields(tx, { activity, entry }) });
  const isSibling = and(eq(planEntries.activityId, activity.id), ne(planEntries.id, entry.id));
  if (isClearanceOver) {
    const isDraft = eq(planEntries.stage, "draft");
    await tx.update(planEntries).set(uncleared).where(and(isSibling, isDraft));
  }
  const siblings = await tx.select({ id: planEntries.id }).from(planEntries).where(isSibling).orderBy(planEntries.id);
  for (const sibling of siblings) await recordVersion(tx, context, sibling.id, { change: "activity.update" });
}

async function partsOf(tx: Transaction, entryId: number, activityId: number) {
  const outcomes = await tx
    .select({ id: activityOutcomes.outcomeId })
    .from(activityOutcomes)
    .where(eq(activityOutcomes.activityId, activityId))
    .orderBy(activityOutcomes.outcomeId);
  const parties = await tx
    .select({ role: entryParties.role, state: entryParties.memberStateId, partner: entryParties.partnerId })
    .from(entryParties)
    .where(eq(entryParties.entryId, entryId))
    .orderBy(entryParties.role, entryParties.memberStateId, entryParties.partnerId);
  return { outcomes: outcomes.map((row) => row.id), parties };
}
