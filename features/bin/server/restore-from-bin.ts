import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { putRowsBack } from "@/db/bin-rows";
import type { Transaction } from "@/db/client";
import { binItems } from "@/db/schema/bin";
import { comments } from "@/db/schema/comments";
import { evidence, papers } from "@/db/schema/evidence";
import { type BinKind, mayRestore } from "@/domain/bin";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import type { Context } from "@/server/context";
import { defineCommand } from "@/server/define";
import { loadEntryRow } from "@/server/entries/entry-row";
import { loadEntry, refuseClosedPlan } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { rowId } from "@/server/form-fields";
import { keptUntil } from "./lib/kept-until";

type Item = typeof binItems.$inferSelect;

const subjectOf = {
  entry: "plan_entries",
  comment: "comments",
  evidence: "evidence",
  paper: "papers",
  meeting: "meetings",
  view: "saved_views",
} as const satisfies Record<BinKind, string>;

/** Kinds whose row stays and is only marked as removed. */
const marked = { comment: comments, evidence, paper: papers } as const;
const isMarked = (kind: BinKind): kind is keyof typeof marked => kind in marked;

/**
 * Restores something from the bin, where it was and with all that belonged to it.
 * @returns where it is now, and how many of its parts could not be restored because what they
 *   belonged to is gone
 * @throws AppError NOT_FOUND, BIN_NOT_OWN, PLAN_CLOSED, or ALREADY_EXISTS if something else has
 *   taken its place
 */
export const restoreFromBin = defineCommand({
  name: "bin.restore",
  permission: "bin.restore",
  input: z.object({ itemId: rowId }),
  run: async ({ tx, actor, input: { itemId }, context }) => {
    const { isKept } = await keptUntil(tx, context.now);
    const [item] = await tx
      .select()
      .from(binItems)
      .where(and(eq(binItems.id, itemId), isKept))
      .for("update");
    if (!item) throw new AppError("NOT_FOUND");
    if (!mayRestore(item, actor)) throw new AppError("BIN_NOT_OWN");
    const leftOut = await putBack(tx, actor, item);
    if (item.kind === "entry") await resumeHistory(tx, actor, context, item.subjectId);
    await tx.delete(binItems).where(eq(binItems.id, itemId));
    const { kind, subjectId, ofId, code } = item;
    return {
      result: { kind, subjectId, ofId, leftOut },
      audit: {
        subject: subjectOf[kind],
        subjectId,
        before: null,
        after: { restored: code ?? item.nameEn ?? item.nameLo },
      },
    };
  },
});

async function putBack(tx: Transaction, actor: Actor, { kind, subjectId, ofId, rows }: Item): Promise<number> {
  if (!isMarked(kind)) return putRowsBack(tx, rows);
  // What belongs to an entry can be restored by those who still see that entry.
  if (kind !== "paper") await loadEntryRow(tx, actor, ofId ?? 0);
  const table = marked[kind];
  const restored = await tx.update(table).set({ removedAt: null }).where(eq(table.id, subjectId)).returning();
  if (restored.length === 0) throw new AppError("NOT_FOUND");
  return 0;
}

/** Its history goes on from now. */
async function resumeHistory(tx: Transaction, actor: Actor, context: Context, entryId: number): Promise<void> {
  refuseClosedPlan(await loadEntry(tx, actor, entryId));
  await recordVersion(tx, context, entryId, { change: "bin.restore" });
}
