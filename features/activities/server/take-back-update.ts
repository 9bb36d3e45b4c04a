import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { entryStates } from "@/db/schema/entry-parts";
import { updates } from "@/db/schema/updates";
import { changedFields } from "@/server/audit";
import type { Context } from "@/server/context";
import { moveWithEntry } from "@/server/deadlines/move";
import { defineCommand } from "@/server/define";
import { confirmEntry } from "@/server/entries/confirm-entry";
import { type LoadedEntry, refuseClosedPlan } from "@/server/entries/load";
import { rowId } from "@/server/form-fields";
import { loadOfUpdate } from "./lib/load-of-update";
import { isStillSaid, lastReportedOf, type OwnUpdate, ownUpdate, workOf } from "./lib/own-updates";

/**
 * Takes back an update of one's own: it no longer counts. Status, schedule and progress return to
 * what they were before it, unless something later has changed them. It takes effect when the
 * update did.
 * @throws AppError NOT_FOUND, PLAN_CLOSED, UPDATE_NOT_OWN, UPDATE_USED or UPDATE_TIME_OVER
 */
export const takeBackUpdate = defineCommand({
  name: "update.takeBack",
  permission: "update.correct",
  input: z.object({ updateId: rowId }),
  load: ({ tx, actor, input }) => loadOfUpdate(tx, actor, input.updateId),
  run: async ({ tx, input: { updateId }, row: loaded, context }) => {
    refuseClosedPlan(loaded);
    const own = await ownUpdate(tx, context, updateId);
    await tx
      .update(updates)
      .set({ takenBackAt: context.now, takenBackByName: context.actor.name })
      .where(eq(updates.id, updateId));
    const { id: entryId } = loaded.entry;
    if (own.update.memberStateId !== null) await restoreShare(tx, context, own);
    const fields = own.update.memberStateId === null ? await restoredFields(tx, loaded, own) : {};
    const note = { change: "update.takeBack", effectiveAt: own.validFrom ?? undefined, updateId };
    await confirmEntry(tx, context, entryId, note, fields);
    const moved = await moveWithEntry(tx, context, entryId);
    const changed = changedFields<Record<string, unknown>>(loaded.entry, fields);
    const { before = null, after = null } = changed ?? {};
    const audit = { subject: "plan_entries", subjectId: entryId, before, after: { ...after, updateId } } as const;
    return { result: { entryId }, audit: [audit, ...moved] };
  },
});

async function restoredFields(tx: Transaction, { entry }: LoadedEntry, own: OwnUpdate) {
  const work = own.former && isStillSaid(own.update, entry) ? workOf(own.former.entry) : workOf(entry);
  const isLatestDay = entry.lastReportedOn === own.update.reportedOn;
  return { ...work, lastReportedOn: isLatestDay ? await lastReportedOf(tx, own) : entry.lastReportedOn };
}

/** A member state's share as it was, if it still says what the update said. */
async function restoreShare(tx: Transaction, { now }: Context, { update, former }: OwnUpdate): Promise<void> {
  const { entryId, memberStateId, status, textEn, textLo } = update;
  const share = former?.states.find((row) => row.memberStateId === memberStateId);
  if (!share || memberStateId === null) return;
  const note = textEn ?? textLo ?? "";
  const isSame = and(
    eq(entryStates.entryId, entryId),
    eq(entryStates.memberStateId, memberStateId),
    eq(entryStates.note, note),
    status === null ? sql`${entryStates.status} is null` : eq(entryStates.status, status),
  );
  const { status: formerStatus, note: formerNote, focalPoint, lastReportedOn } = share;
  await tx
    .update(entryStates)
    .set({
      status: formerStatus,
      note: formerNote,
      focalPoint,
      lastReportedOn,
      updatedAt: now,
      version: sql`${entryStates.version} + 1`,
    })
    .where(isSame);
}
