import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bodies } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import type { BodyCode } from "@/domain/lifecycle";
import { type Context, today } from "@/server/context";

export type LoadedMeeting = { meeting: typeof meetings.$inferSelect; body: BodyCode };

/**
 * A meeting for a command, locked until its transaction ends, and before any entry: what is
 * recorded while it closes waits and is then told.
 * @throws AppError NOT_FOUND
 */
export async function loadMeeting(tx: Transaction, id: number): Promise<LoadedMeeting> {
  const [row] = await tx
    .select({ meeting: meetings, body: bodies.code })
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(eq(meetings.id, id))
    .for("update", { of: meetings });
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/**
 * @throws AppError CONFLICT with the version as it is, when somebody else changed the meeting first
 */
export function refuseStaleMeeting({ meeting }: LoadedMeeting, version: number): void {
  if (meeting.version !== version) throw new AppError("CONFLICT", { current: { version: String(meeting.version) } });
}

/** @throws AppError MEETING_CLOSED: what it decided stays as it was */
export function refuseClosedMeeting({ meeting }: LoadedMeeting): void {
  if (meeting.state === "closed") throw new AppError("MEETING_CLOSED");
}

/**
 * The day on which the meeting's decisions take effect: its last.
 * @throws AppError INVALID_INPUT at `meetingId` while the day is unknown or still to come
 */
export function dayOfEffect({ meeting }: LoadedMeeting, context: Context): string {
  const refuse = (code: "MEETING_DAY_UNKNOWN" | "DAY_AHEAD") =>
    new AppError("INVALID_INPUT", { fields: [{ field: "meetingId", code }] });
  if (meeting.lastOn === null) throw refuse("MEETING_DAY_UNKNOWN");
  if (meeting.lastOn > today(context)) throw refuse("DAY_AHEAD");
  return meeting.lastOn;
}
