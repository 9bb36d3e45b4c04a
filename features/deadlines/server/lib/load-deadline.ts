import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { milestones } from "@/db/schema/milestones";
import type { EntryEnd, MeetingDays } from "@/domain/deadlines";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import { loadEntryRow } from "@/server/entries/entry-row";
import { deadlineFields } from "./deadline-fields";

export type Deadline = typeof milestones.$inferSelect;

/** What a deadline is counted from, locked until the transaction ends. */
export type DeadlineAnchor = { meeting: MeetingDays | null; entry: EntryEnd | null };

/**
 * Loads and locks the anchor. Lock order: meeting, then entry, as in every command.
 * @throws AppError NOT_FOUND for an entry that the actor may not see; INVALID_INPUT at `meetingId`
 *   if the meeting does not exist
 */
export async function loadAnchor(
  tx: Transaction,
  actor: Actor,
  { entryId, meetingId }: { entryId: number | null; meetingId: number | null },
): Promise<DeadlineAnchor> {
  const [meeting = null] =
    meetingId === null ? [] : await tx.select().from(meetings).where(eq(meetings.id, meetingId)).for("share");
  const entry = entryId === null ? null : (await loadEntryRow(tx, actor, entryId)).entry;
  if (meetingId !== null && !meeting)
    throw new AppError("INVALID_INPUT", { fields: [{ field: "meetingId", code: "UNKNOWN_CHOICE" }] });
  return { meeting, entry };
}

export type Loaded = { deadline: Deadline; anchorOf: DeadlineAnchor };

/**
 * Loads a deadline for a command and locks it, with the anchor that it has or will have.
 * @param meetingId null if it is not counted from a meeting; undefined if the meeting does not
 *   change
 * @throws AppError NOT_FOUND, also for deadlines of entries that the actor may not see
 */
export async function loadDeadline(
  tx: Transaction,
  actor: Actor,
  id: number,
  meetingId?: number | null,
): Promise<Loaded> {
  const [known] = await tx.select().from(milestones).where(eq(milestones.id, id));
  if (!known) throw new AppError("NOT_FOUND");
  const on = meetingId === undefined ? known.meetingId : meetingId;
  const anchorOf = await loadAnchor(tx, actor, { entryId: known.entryId, meetingId: on });
  const [deadline] = await tx.select().from(milestones).where(eq(milestones.id, id)).for("update");
  if (!deadline) throw new AppError("NOT_FOUND");
  return { deadline, anchorOf };
}

/**
 * @throws AppError CONFLICT with the current fields, if somebody else changed the deadline or its
 *   day has moved
 */
export function refuseStale(deadline: Deadline, version: number): void {
  if (deadline.version !== version) throw new AppError("CONFLICT", { current: deadlineFields(deadline) });
}
