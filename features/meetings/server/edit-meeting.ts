import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { editedDays, runsBackwards } from "@/domain/meeting-days";
import { changedFields } from "@/server/audit";
import { moveWithMeeting } from "@/server/deadlines/move";
import { defineCommand } from "@/server/define";
import { loadMeeting } from "@/server/entries/load-meeting";
import { EditMeetingInput } from "../schema";
import { meetingFields } from "./lib/meeting-fields";
import { refuseUnknownChoices } from "./lib/refuse-unknown-choices";

/**
 * Changes the fields of a meeting and moves the deadlines counted from its days. The last day
 * cannot change once decisions have taken effect on it. New days plan a postponed meeting again.
 * @throws AppError CONFLICT with the current fields, END_BEFORE_START or MEETING_HAS_DECISIONS at
 *   `lastOn`
 */
export const editMeeting = defineCommand({
  name: "meeting.update",
  permission: "meeting.update",
  input: EditMeetingInput,
  load: ({ tx, input }) => loadMeeting(tx, input.meetingId),
  run: async ({ tx, input, row: { meeting }, context }) => {
    const { meetingId, version, ...typed } = input;
    if (meeting.version !== version) throw new AppError("CONFLICT", { current: meetingFields(meeting) });
    const fields = { ...typed, ...editedDays(meeting, input) };
    if (runsBackwards(fields)) throw refuseLastDay("END_BEFORE_START");
    await refuseUnknownChoices(tx, input);
    const edited = changedFields(meeting, fields);
    if (!edited) return { result: { meetingId, moved: 0 }, audit: null };
    if ("lastOn" in edited.after || "lastPrecision" in edited.after) await refuseDecided(tx, meetingId);
    // A postponed meeting with new days is planned again.
    const isPlannedAgain =
      meeting.state === "postponed" && Object.keys(edited.after).some((name) => /^(first|last)/.test(name));
    const all = isPlannedAgain ? { ...fields, ...plannedAgain } : fields;
    const changed = changedFields(meeting, all) ?? edited;
    await tx
      .update(meetings)
      .set({ ...all, version: sql`${meetings.version} + 1` })
      .where(eq(meetings.id, meetingId));
    const moved = await moveWithMeeting(tx, context, meetingId);
    return {
      result: { meetingId, moved: moved.length },
      audit: [{ subject: "meetings", subjectId: meetingId, ...changed }, ...moved],
    };
  },
});

const plannedAgain = { state: "planned", stateReason: null } as const;

async function refuseDecided(tx: Transaction, meetingId: number): Promise<void> {
  const applied = and(eq(decisions.meetingId, meetingId), isNotNull(decisions.appliedAt));
  if ((await tx.$count(decisions, applied)) > 0) throw refuseLastDay("MEETING_HAS_DECISIONS");
}

function refuseLastDay(code: "END_BEFORE_START" | "MEETING_HAS_DECISIONS"): AppError {
  return new AppError("INVALID_INPUT", { fields: [{ field: "lastOn", code }] });
}
