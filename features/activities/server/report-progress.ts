import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { loadEntry } from "@/server/entries/load";
import { recordReport, reportDay } from "@/server/entries/record-report";
import { ProgressReportInput } from "../schema";

/**
 * Records an update of an entry, and changes its status, schedule and progress in the same
 * transaction.
 */
export const reportProgress = defineCommand({
  name: "entry.report",
  permission: "entry.report",
  input: ProgressReportInput,
  load: ({ tx, actor, input }) => loadEntry(tx, actor, input.entryId),
  run: async ({ tx, input, row: loaded, context }) => {
    const { entryId, version: seenVersion, status, schedule, scheduleReason, progress, ...rest } = input;
    const { reportedOn: givenDay, ...words } = rest;
    const reportedOn = reportDay(context, givenDay);
    await refuseUnknownMeeting(tx, input.meetingId);
    const work = { status, schedule, scheduleReason, progress };
    const report = { work, words, seenVersion, reportedOn, change: "entry.report" };
    const { updateId, version, changed } = await recordReport(tx, context, loaded, report);
    return {
      result: { updateId, version },
      audit: {
        subject: "plan_entries",
        subjectId: entryId,
        before: changed?.before ?? null,
        after: { ...changed?.after, updateId, reportedOn },
      },
    };
  },
});

async function refuseUnknownMeeting(tx: Transaction, id: number | null): Promise<void> {
  if (id === null || (await tx.$count(meetings, eq(meetings.id, id))) > 0) return;
  throw new AppError("INVALID_INPUT", { fields: [{ field: "meetingId", code: "UNKNOWN_CHOICE" }] });
}
