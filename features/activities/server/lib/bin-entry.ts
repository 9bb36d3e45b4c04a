import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { readWithParts } from "@/db/bin-rows";
import type { Transaction } from "@/db/client";
import { snapshotOf } from "@/db/entry-versions";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { putInBin } from "@/server/bin/put-in-bin";
import type { Context } from "@/server/context";
import type { LoadedEntry } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";

type Note = { change: string; reason: string | null };

/**
 * Deletes an entry, with its activity if that has no other entry, ends its history, and keeps all
 * of it in the bin.
 * @returns the entry as it was, for the audit
 */
export async function binEntry(tx: Transaction, context: Context, loaded: LoadedEntry, { change, reason }: Note) {
  const { entry, activity } = loaded;
  const before = await snapshotOf(tx, entry.id);
  await recordVersion(tx, context, entry.id, { change, isRemoval: true });
  const others = and(eq(planEntries.activityId, activity.id), ne(planEntries.id, entry.id));
  const isAlone = (await tx.$count(planEntries, others)) === 0;
  const rows = isAlone
    ? await readWithParts(tx, "activities", activity.id)
    : await readWithParts(tx, "plan_entries", entry.id);
  const { code, titleEn: nameEn, titleLo: nameLo } = activity;
  await putInBin(tx, context, { kind: "entry", subjectId: entry.id, code, nameEn, nameLo, reason, rows });
  if (isAlone) await tx.delete(activities).where(eq(activities.id, activity.id));
  else await tx.delete(planEntries).where(eq(planEntries.id, entry.id));
  return before;
}
