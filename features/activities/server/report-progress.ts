import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { today } from "@/server/context";
import { defineCommand } from "@/server/define";
import { loadEntry } from "@/server/entries/load";
import { recordReport } from "@/server/entries/record-report";
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
  run: async ({ tx, actor, input, row: loaded, context }) => {
    const reportedOn = input.reportedOn ?? today(context);
    if (reportedOn > today(context))
      throw new AppError("INVALID_INPUT", { fields: [{ field: "reportedOn", code: "DAY_AHEAD" }] });
    await refuseUnknownMeeting(tx, input.meetingId);
    const { entryId, version: seenVersion, reportedOn: _day, ...said } = input;
    const author = { id: actor.userId, name: actor.name };
    const done = await recordReport(tx, context, loaded, { said, seenVersion, reportedOn, author, roundId: null });
    const { updateId, version, changed } = done;
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
