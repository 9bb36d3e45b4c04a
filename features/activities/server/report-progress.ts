import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { effectiveAt } from "@/db/entry-versions";
import { meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { updates } from "@/db/schema/updates";
import { AppError } from "@/domain/errors";
import { today } from "@/server/context";
import { defineCommand } from "@/server/define";
import { loadEntry } from "@/server/entries/load";
import { recordVersion } from "@/server/entries/record-version";
import { progressFields, saveProgress } from "@/server/entries/save-progress";
import { ProgressReportInput } from "../schema";

/** Records an update of an entry; status, schedule and progress move with it in the same act. */
export const reportProgress = defineCommand({
  name: "entry.report",
  permission: "entry.report",
  input: ProgressReportInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, actor, input, row: loaded, context }) => {
    const reportedOn = input.reportedOn ?? today(context);
    if (reportedOn > today(context))
      throw new AppError("INVALID_INPUT", { fields: [{ field: "reportedOn", code: "DAY_AHEAD" }] });
    await refuseUnknownMeeting(tx, input.meetingId);
    const changed = await saveProgress(tx, context, loaded, input.version, {
      status: input.status,
      schedule: input.schedule,
      scheduleReason: input.scheduleReason,
      progress: input.progress ?? undefined,
    });
    const { entryId, version: _seen, reportedOn: _day, ...said } = input;
    const [update] = await tx
      .insert(updates)
      .values({
        ...said,
        entryId,
        reportedOn,
        authorId: actor.userId,
        authorName: actor.name,
        isSample: actor.isSample,
        recordedAt: context.now,
      })
      .returning({ id: updates.id });
    if (!update) throw new AppError("INTERNAL");
    // Without a changed field the version still moves: the second of two reporters is told that the first has reported.
    const [entry] = await tx
      .update(planEntries)
      .set({
        lastReportedOn: sql`greatest(${planEntries.lastReportedOn}, ${reportedOn}::date)`,
        ...(changed
          ? {}
          : { version: sql`${planEntries.version} + 1`, updatedAt: context.now, updatedBy: actor.userId }),
      })
      .where(eq(planEntries.id, entryId))
      .returning();
    if (!entry) throw new AppError("CONFLICT", { current: progressFields(loaded.entry) });
    await recordVersion(tx, context, entryId, {
      change: "entry.report",
      effectiveAt: reportedOn === today(context) ? context.now : effectiveAt(reportedOn),
      updateId: update.id,
    });
    return {
      result: { updateId: update.id, version: entry.version },
      audit: {
        subject: "plan_entries",
        subjectId: entryId,
        before: changed?.before ?? null,
        after: { ...changed?.after, updateId: update.id, reportedOn },
      },
    };
  },
});

async function refuseUnknownMeeting(tx: Transaction, id: number | null): Promise<void> {
  if (id === null || (await tx.$count(meetings, eq(meetings.id, id))) > 0) return;
  throw new AppError("INVALID_INPUT", { fields: [{ field: "meetingId", code: "UNKNOWN_CHOICE" }] });
}
