import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { moveWithMeeting } from "@/server/milestones/move";
import { EditMeetingInput, knownDays } from "../schema";
import { refuseUnknownChoices } from "./parts/known";
import { loadMeeting } from "./parts/load-meeting";

/**
 * Changes what is known of a meeting; the deadlines that hang on its days move along. The last day of a meeting whose decisions have taken
 * effect stays: history stands on it.
 * @throws AppError CONFLICT with the fields as they stand, MEETING_HAS_DECISIONS at `lastOn`
 */
export const editMeeting = defineCommand({
  name: "meeting.update",
  permission: "meeting.update",
  input: EditMeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: async ({ tx, input, row: { meeting }, context }) => {
    const { meetingId, version, ...typed } = input;
    const fields = { ...typed, ...knownDays(input) };
    if (meeting.version !== version) throw new AppError("CONFLICT", { current: asForm(meeting) });
    await refuseUnknownChoices(tx, input);
    const changed = changedFields(meeting, fields);
    if (!changed) return { result: { meetingId, moved: 0 }, audit: null };
    if ("lastOn" in changed.after || "lastPrecision" in changed.after) await refuseDecided(tx, meetingId);
    await tx
      .update(meetings)
      .set({ ...fields, version: sql`${meetings.version} + 1` })
      .where(eq(meetings.id, meetingId));
    const moved = await moveWithMeeting(tx, context, meetingId);
    return {
      result: { meetingId, moved: moved.length },
      audit: [{ subject: "meetings", subjectId: meetingId, ...changed }, ...moved],
    };
  },
});

async function refuseDecided(tx: Transaction, meetingId: number): Promise<void> {
  const applied = and(eq(decisions.meetingId, meetingId), isNotNull(decisions.appliedAt));
  if ((await tx.$count(decisions, applied)) > 0)
    throw new AppError("INVALID_INPUT", { fields: [{ field: "lastOn", code: "MEETING_HAS_DECISIONS" }] });
}

/** The meeting as its form names the fields. */
function asForm(meeting: typeof meetings.$inferSelect): Record<string, string> {
  const { id: _id, createdAt: _made, ...fields } = meeting;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? "" : String(value)]));
}
