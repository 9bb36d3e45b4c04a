import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { appendEntryVersion } from "@/db/entry-versions";
import { activities } from "@/db/schema/activities";
import { entryPriorities } from "@/db/schema/entry-parts";
import { instruments } from "@/db/schema/instruments";
import { decisions } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { rounds } from "@/db/schema/rounds";
import { settings } from "@/db/schema/settings";
import { citations } from "@/db/schema/sources";
import { updates } from "@/db/schema/updates";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import type { AuditChange } from "@/server/audit";
import type { Context } from "@/server/context";
import { moveWithEntry } from "@/server/deadlines/move";
import { defineCommand } from "@/server/define";
import { restoreEntry } from "@/server/entries/restore-entry";
import { removeAttached } from "./lib/sample-attached";
import { removeSampleMeetings } from "./lib/sample-meetings";
import {
  readSnapshot,
  readTouched,
  sampleActivities,
  sampleDecisionsOfReal,
  sampleEntries,
  sampleUpdatesOfReal,
} from "./lib/sample-rows";

export type RemovedSample = {
  activities: number;
  entries: number;
  updates: number;
  decisions: number;
  files: number;
  comments: number;
  deadlines: number;
  accounts: number;
  /** Meetings that sample accounts entered and to which no real row refers. */
  meetings: number;
  /** Partners' instruments that sample accounts entered. */
  instruments: number;
  /** Real entries that were restored to their state before sample accounts changed them. */
  restored: number;
};

/**
 * Removes the whole sample in one transaction: activities with their entries, what sample accounts
 * wrote on or added to real entries, and the accounts with their sessions. Versions and audit rows
 * stay, so that looking back still works.
 * @throws AppError SAMPLE_ACCOUNT for a sample account; LAST_ADMIN if no administrator would be
 *   left
 */
export const removeSample = defineCommand({
  name: "sample.remove",
  permission: "sample.remove",
  input: z.object({}),
  run: async ({ tx, actor, context }) => {
    if (actor.isSample) throw new AppError("SAMPLE_ACCOUNT");
    await refuseWithoutAdmin(tx);
    const gone = await lockSample(tx);
    const attached = await removeAttached(tx);
    const onReal = await removeFromReal(tx, context);
    const { updateCount, decisionCount } = await removeEntries(tx, context, gone.entryIds);
    await tx.delete(rounds).where(eq(rounds.isSample, true));
    const meetings = await removeSampleMeetings(tx);
    const agreed = await tx.delete(instruments).where(eq(instruments.isSample, true)).returning({ id: instruments.id });
    const accounts = await tx.delete(users).where(eq(users.isSample, true)).returning({ email: users.email });
    await tx.delete(settings).where(eq(settings.key, "sampleAccounts.switchedOff"));
    const result: RemovedSample = {
      activities: gone.codes.length,
      entries: gone.entryIds.length,
      updates: updateCount + onReal.updates,
      decisions: decisionCount + onReal.decisions,
      ...attached,
      accounts: accounts.length,
      meetings,
      instruments: agreed.length,
      restored: onReal.restored.length,
    };
    if (Object.values(result).every((number) => number === 0)) return { result, audit: null };
    const before = { ...result, codes: gone.codes, emails: accounts.map(({ email }) => email) };
    return { result, audit: [{ subject: "activities", subjectId: null, before }, ...onReal.restored, ...onReal.moved] };
  },
});

async function refuseWithoutAdmin(tx: Transaction): Promise<void> {
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.isActive, true), eq(users.isSample, false)))
    .for("share");
  if (admins.length === 0) throw new AppError("LAST_ADMIN");
}

/**
 * Locks the rows to be removed or restored, entries in the order of their ids as in every command,
 * so that nobody changes them meanwhile.
 */
async function lockSample(tx: Transaction) {
  // Locked before any entry, in the same order as in the acceptance of drafts.
  await tx.select({ id: rounds.id }).from(rounds).orderBy(rounds.id).for("update");
  const made = await tx
    .select({ code: activities.code })
    .from(activities)
    .where(eq(activities.isSample, true))
    .orderBy(activities.id)
    .for("update");
  const touched = (await readTouched(tx)).map(({ entryId }) => entryId);
  const isGoing = inArray(planEntries.activityId, sampleActivities(tx));
  await tx
    .select({ id: planEntries.id })
    .from(planEntries)
    .where(or(isGoing, inArray(planEntries.id, touched)))
    .orderBy(planEntries.id)
    .for("update");
  const entries = await tx.select({ id: planEntries.id }).from(planEntries).where(isGoing).orderBy(planEntries.id);
  return { codes: made.map(({ code }) => code), entryIds: entries.map(({ id }) => id) };
}

/** Removes what sample accounts wrote on real entries, and restores the entries. */
async function removeFromReal(tx: Transaction, context: Context) {
  const touched = await readTouched(tx);
  const snapshots = new Map<number, unknown>();
  for (const { entryId, backTo } of touched)
    if (backTo !== null) snapshots.set(entryId, await readSnapshot(tx, backTo));
  const removedUpdates = await tx.delete(updates).where(sampleUpdatesOfReal(tx)).returning({ id: updates.id });
  const decided = tx.select({ id: decisions.id }).from(decisions).where(sampleDecisionsOfReal(tx));
  await tx.update(entryPriorities).set({ decisionId: null }).where(inArray(entryPriorities.decisionId, decided));
  const removedDecisions = await tx.delete(decisions).where(sampleDecisionsOfReal(tx)).returning({ id: decisions.id });
  const restored: AuditChange[] = [];
  const moved: AuditChange[] = [];
  for (const [entryId, snapshot] of snapshots) {
    const change = await restoreEntry(tx, context, { entryId, snapshot }, { change: "sample.remove" });
    if (!change) continue;
    restored.push(change);
    moved.push(...(await moveWithEntry(tx, context, entryId)));
  }
  return { updates: removedUpdates.length, decisions: removedDecisions.length, restored, moved };
}

async function removeEntries(tx: Transaction, context: Context, entryIds: readonly number[]) {
  for (const entryId of entryIds) {
    await appendEntryVersion(tx, entryId, {
      change: "sample.remove",
      isRemoval: true,
      recordedAt: context.now,
      recordedBy: context.actor.userId,
      recordedByName: context.actor.name,
    });
  }
  const ofEntries = inArray(updates.entryId, sampleEntries(tx));
  const updateCount = await tx.$count(updates, ofEntries);
  const decisionCount = await tx.$count(decisions, inArray(decisions.entryId, sampleEntries(tx)));
  await removeCitations(tx);
  await tx.delete(activities).where(eq(activities.isSample, true));
  return { updateCount, decisionCount };
}

/** Removes citations, which refer to their row without a foreign key. */
async function removeCitations(tx: Transaction): Promise<void> {
  for (const [subject, ids] of [
    ["activities", sampleActivities(tx)],
    ["plan_entries", sampleEntries(tx)],
  ] as const) {
    await tx.delete(citations).where(and(eq(citations.subject, subject), inArray(citations.subjectId, ids)));
  }
}
