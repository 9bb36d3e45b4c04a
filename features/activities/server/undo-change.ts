import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import { isHead } from "@/domain/roles";
import { whyNotUndone } from "@/domain/taking-back";
import type { AuditChange } from "@/server/audit";
import type { Context } from "@/server/context";
import { moveWithEntry } from "@/server/deadlines/move";
import { defineCommand } from "@/server/define";
import { type LoadedEntry, loadEntries, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { restoreEntry } from "@/server/entries/restore-entry";
import { rowId } from "@/server/form-fields";
import { type ActRow, readAct } from "./lib/acts";

/**
 * Takes back one act on one or many entries: each stands again as before, and an update that the
 * act has written no longer counts. It takes effect when the act did, so that a past day shows what
 * is right. All or none.
 * @returns the number of entries
 * @throws AppError PLAN_CLOSED, UNDO_IMPOSSIBLE, UNDO_NOT_OWN, or UNDO_ENDED {entries} naming those
 *   to which something else has happened since
 */
export const undoChange = defineCommand({
  name: "entry.undo",
  permission: "entry.undo",
  input: z.object({ versionId: rowId }),
  load: async ({ tx, actor, input }) => {
    const act = await readAct(tx, input.versionId);
    if (act.length === 0) throw new AppError("NOT_FOUND");
    return loadEntries(
      tx,
      actor,
      act.map(({ entryId }) => entryId),
    );
  },
  run: async ({ tx, actor, input, row: entries, context }) => {
    // Read again: what was waited for may have changed the entries.
    const act = await readAct(tx, input.versionId);
    for (const loaded of entries) refuseClosedPlan(loaded);
    const undoesOthers = isHead(actor.role);
    const reasons = act.map((row) => whyNotUndone(row, actor, undoesOthers));
    const reason = reasons.find((code) => code !== null);
    if (reason) throw new AppError(reason, { params: { entries: touchedSince(act, entries) } });
    const audit: AuditChange[] = [];
    for (const row of act) audit.push(...(await takeBack(tx, context, row)));
    await takeBackUpdates(tx, context, act);
    return { result: { undone: act.length }, audit };
  },
});

const touchedSince = (act: readonly ActRow[], entries: readonly LoadedEntry[]) =>
  entries
    .filter(({ entry }) => act.some((row) => row.entryId === entry.id && !row.isLatest))
    .map(({ activity }) => activity.code)
    .join(", ");

async function takeBack(tx: Transaction, context: Context, row: ActRow): Promise<AuditChange[]> {
  const { entryId, validFrom, formerId, change } = row;
  const [former] = await tx
    .select({ snapshot: entryVersions.snapshot })
    .from(entryVersions)
    .where(eq(entryVersions.id, formerId ?? 0));
  if (!former) throw new AppError("INTERNAL");
  const note = { change: "entry.undo", effectiveAt: validFrom };
  const restored = await restoreEntry(tx, context, { entryId, snapshot: former.snapshot }, note);
  if (!restored) await confirmEntry(tx, context, entryId, note);
  const moved = await moveWithEntry(tx, context, entryId);
  const { before = null, after = null } = restored ?? {};
  return [{ subject: "plan_entries", subjectId: entryId, before, after: { ...after, undone: change } }, ...moved];
}

/** An act that changed no field, such as a confirming update, is taken back by a version alone. */
async function confirmEntry(tx: Transaction, context: Context, entryId: number, note: { change: string }) {
  await tx
    .update(planEntries)
    .set({ version: sql`${planEntries.version} + 1`, updatedAt: context.now, updatedBy: context.actor.userId })
    .where(eq(planEntries.id, entryId));
  await recordVersion(tx, context, entryId, note);
}

async function takeBackUpdates(tx: Transaction, context: Context, act: readonly ActRow[]): Promise<void> {
  const ids = act.flatMap(({ updateId }) => updateId ?? []);
  if (ids.length === 0) return;
  await tx
    .update(updates)
    .set({ takenBackAt: context.now, takenBackByName: context.actor.name })
    .where(inArray(updates.id, ids));
}
