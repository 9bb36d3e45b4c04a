import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { planEntries } from "@/db/schema/plan-entries";
import { type FormerWords, updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import type { Context } from "@/server/context";
import { defineCommand } from "@/server/define";
import { confirmEntry } from "@/server/entries/confirm-entry";
import { type LoadedEntry, refuseClosedPlan } from "@/server/entries/load";
import { progressFields, saveProgress } from "@/server/entries/save-progress";
import { CorrectUpdateInput } from "../schema";
import { loadOfUpdate } from "./lib/load-of-update";
import { isStillSaid, type OwnUpdate, ownUpdate, workOf } from "./lib/own-updates";

/**
 * Corrects an update of one's own: its words, and its status, schedule and progress as long as they
 * are still those of the entry. The former words are kept. It takes effect when the update did.
 * @throws AppError NOT_FOUND, UPDATE_NOT_OWN, UPDATE_USED, UPDATE_TIME_OVER, UPDATE_SUPERSEDED,
 *   CONFLICT, or as `saveProgress` does
 */
export const correctUpdate = defineCommand({
  name: "update.correct",
  permission: "update.correct",
  input: CorrectUpdateInput,
  load: ({ tx, actor, input }) => loadOfUpdate(tx, actor, input.updateId),
  run: async ({ tx, input, row: loaded, context }) => {
    const { updateId, version: seenVersion, status, schedule, scheduleReason, progress, ...words } = input;
    refuseClosedPlan(loaded);
    if (loaded.entry.version !== seenVersion) throw new AppError("CONFLICT", { current: progressFields(loaded.entry) });
    const own = await ownUpdate(tx, context, updateId);
    const work = status === null ? null : { status, schedule, scheduleReason, progress };
    const saved = work && (await saveCorrected(tx, context, loaded, own, work));
    const before = wordsOf(own.update);
    const isReworded = changedFields(before, words) !== null;
    const former: FormerWords[] = isReworded
      ? [...own.update.former, { at: context.now.toISOString(), byName: context.actor.name, ...before }]
      : own.update.former;
    await tx
      .update(updates)
      .set({ ...words, ...saved, former })
      .where(eq(updates.id, updateId));
    const effectiveAt = own.validFrom ?? undefined;
    await confirmEntry(tx, context, loaded.entry.id, { change: "update.correct", effectiveAt, updateId });
    const changed = changedFields({ ...before, ...workOf(own.update) }, { ...words, ...(saved ?? workOf(own.update)) });
    return {
      result: { entryId: loaded.entry.id },
      audit: {
        subject: "plan_entries",
        subjectId: loaded.entry.id,
        before: changed?.before ?? null,
        after: { ...changed?.after, updateId },
      },
    };
  },
});

const wordsOf = ({ textEn, textLo, issues, nextSteps, decisionSought }: OwnUpdate["update"]) => ({
  textEn,
  textLo,
  issues,
  nextSteps,
  decisionSought,
});

type NewWork = Parameters<typeof saveProgress>[4];

/** The work as corrected, counted from what it was before the update. */
async function saveCorrected(
  tx: Transaction,
  context: Context,
  loaded: LoadedEntry,
  { update, former }: OwnUpdate,
  work: NewWork,
) {
  if (!isStillSaid(update, loaded.entry)) throw new AppError("UPDATE_SUPERSEDED");
  const before = former ? workOf(former.entry) : workOf(loaded.entry);
  await tx.update(planEntries).set(before).where(eq(planEntries.id, loaded.entry.id));
  const entry = { ...loaded.entry, ...before };
  return (await saveProgress(tx, context, { ...loaded, entry }, entry.version, work)).work;
}
