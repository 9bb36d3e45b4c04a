import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { planEntries } from "@/db/schema/plan-entries";
import { isCarried } from "@/domain/carry-over";
import { AppError } from "@/domain/errors";
import { hasLao } from "@/domain/lao-text";
import type { CarryOverInput } from "@/features/plans/schema";
import type { AuditChange } from "@/server/audit";
import { type Context, today } from "@/server/context";
import type { LoadedEntry } from "@/server/entries/load";
import { recordReport } from "@/server/entries/record-report";
import { carryEntry } from "./carry-entry";
import type { CarryOverPreview } from "./preview-carry-over";
import type { TargetPlan } from "./target-plans";

type Choice = z.output<typeof CarryOverInput>["entries"][number];

type CarryOver = {
  entries: readonly Choice[];
  previews: readonly CarryOverPreview[];
  loaded: ReadonlyMap<number, LoadedEntry>;
  target: TargetPlan | null;
  oldEndsOn: string;
};

type Counts = { carried: number; completed: number; dropped: number; merged: number };

/**
 * Carries out the previews one by one, with a version of each entry.
 * @returns how many of each, and the rows for the audit log
 */
export async function carryOverAll(
  tx: Transaction,
  context: Context,
  { entries, previews, loaded, target, oldEndsOn }: CarryOver,
): Promise<Counts & { audit: AuditChange[] }> {
  const reasons = new Map(entries.map(({ entryId, reason }) => [entryId, reason]));
  const counts: Counts = { carried: 0, completed: 0, dropped: 0, merged: 0 };
  const audit: AuditChange[] = [];
  for (const preview of previews) {
    const row = loaded.get(preview.entryId);
    if (!row) throw new AppError("INTERNAL");
    const { action, approval } = preview;
    const reason = reasons.get(preview.entryId) ?? null;
    if (isCarried(action)) {
      if (!target) throw new AppError("INTERNAL");
      const carrying = { action, reason, decisionId: approval?.id ?? null, target, oldEndsOn };
      const madeId = await carryEntry(tx, context, row, carrying);
      audit.push(...carriedRows(row, { madeId, action, reason, decisionId: carrying.decisionId }));
      counts.carried += 1;
    } else {
      audit.push(await endEntry(tx, context, row, { ...preview, reason }));
      counts[action === "complete" ? "completed" : action === "merge" ? "merged" : "dropped"] += 1;
    }
  }
  return { ...counts, audit };
}

type Carried = { madeId: number; action: string; reason: string | null; decisionId: number | null };

function carriedRows({ entry, activity }: LoadedEntry, { madeId, action, reason, decisionId }: Carried) {
  const subject = "plan_entries";
  return [
    {
      subject,
      subjectId: entry.id,
      before: { settlement: null },
      after: { settlement: action, reason, carriedToId: madeId },
    },
    { subject, subjectId: madeId, after: { code: activity.code, carriedFromId: entry.id, decisionId } },
  ];
}

/**
 * Completes, drops or merges an entry. The status changes by the same rules as in a progress
 * report; completing requires a report among the evidence.
 */
async function endEntry(
  tx: Transaction,
  context: Context,
  loaded: LoadedEntry,
  { action, receiver, reason }: Pick<CarryOverPreview, "action" | "receiver"> & { reason: string | null },
): Promise<AuditChange> {
  const { id, version } = loaded.entry;
  const status = action === "complete" ? "completed" : "cancelled";
  const mergedIntoId = action === "merge" ? (receiver?.id ?? null) : null;
  await tx.update(planEntries).set({ settledReason: reason, mergedIntoId }).where(eq(planEntries.id, id));
  const { changed } = await recordReport(tx, context, loaded, {
    work: { status },
    words: reason !== null && hasLao(reason) ? { textLo: reason } : { textEn: reason },
    seenVersion: version,
    reportedOn: today(context),
    change: "plan.carryOver",
  });
  const into = mergedIntoId === null ? {} : { mergedIntoId };
  return {
    subject: "plan_entries",
    subjectId: id,
    before: changed?.before ?? null,
    after: { ...changed?.after, settlement: action, reason, ...into },
  };
}
