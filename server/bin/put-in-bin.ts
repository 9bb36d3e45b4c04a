import "server-only";
import { lt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type BinRow, binItems } from "@/db/schema/bin";
import type { BinKind } from "@/domain/bin";
import type { Context } from "@/server/context";
import { takingBack } from "@/server/register/taking-back";
import { readSetting } from "@/server/settings";

type Removed = {
  kind: BinKind;
  subjectId: number;
  /** The entry or meeting to which it belonged. */
  ofId?: number;
  code?: string;
  nameEn?: string | null;
  nameLo?: string | null;
  reason?: string | null;
  isPrivate?: boolean;
  /** What `readWithParts` found; nothing if the row is only marked as removed. */
  rows?: BinRow[];
};

/**
 * Keeps what a command removes, so that it can be restored for as long as the setting says. What
 * has been in the bin for longer leaves it.
 */
export async function putInBin(tx: Transaction, context: Context, removed: Removed): Promise<void> {
  const { actor, now } = context;
  await tx.insert(binItems).values({
    ...removed,
    removedAt: now,
    removedById: actor.userId,
    removedByName: actor.name,
    isSample: actor.isSample,
  });
  const { value } = await readSetting(tx, takingBack);
  const end = sql`${now.toISOString()}::timestamptz - make_interval(days => ${value.binDays})`;
  await tx.delete(binItems).where(lt(binItems.removedAt, end));
}
