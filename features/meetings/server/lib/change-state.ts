import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { decisions, meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { canBecome, type OffState } from "@/domain/meeting-state";
import type { Context } from "@/server/context";
import { type LoadedMeeting, refuseStaleMeeting } from "@/server/entries/load-meeting";

type Change = {
  state: OffState | "planned";
  /** Only for meetings that are not held. */
  reason: string | null;
  version: number;
};

/**
 * Postpones or cancels a meeting, or plans it again.
 * @throws AppError CONFLICT; MEETING_STATE_FIXED; MEETING_HAS_DECISIONS if decisions wait for it
 */
export async function changeState(
  tx: Transaction,
  { actor, now }: Pick<Context, "actor" | "now">,
  loaded: LoadedMeeting,
  { state, reason, version }: Change,
) {
  refuseStaleMeeting(loaded, version);
  const { id, state: old, stateReason } = loaded.meeting;
  if (!canBecome(old, state)) throw new AppError("MEETING_STATE_FIXED");
  if (
    state === "cancelled" &&
    (await tx.$count(decisions, and(eq(decisions.meetingId, id), isNull(decisions.appliedAt)))) > 0
  )
    throw new AppError("MEETING_HAS_DECISIONS");
  await tx
    .update(meetings)
    .set({
      state,
      stateReason: reason,
      stateChangedAt: now,
      stateChangedBy: actor.userId,
      version: sql`${meetings.version} + 1`,
    })
    .where(eq(meetings.id, id));
  return {
    result: { meetingId: id },
    audit: {
      subject: "meetings" as const,
      subjectId: id,
      before: { state: old, stateReason },
      after: { state, stateReason: reason },
    },
  };
}
