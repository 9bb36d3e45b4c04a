import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bodies } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import type { BodyCode } from "@/domain/lifecycle";
import { type Context, today } from "@/server/context";

/** `body`: whose powers the meeting has. */
export type LoadedMeeting = { meeting: typeof meetings.$inferSelect; body: BodyCode };

/**
 * A meeting for a command, locked until the transaction ends. It is locked before any entry, so a
 * decision recorded during closing waits and is then refused.
 * @throws AppError NOT_FOUND
 */
export async function loadMeeting(tx: Transaction, id: number): Promise<LoadedMeeting> {
  const [row] = await tx
    .select({ meeting: meetings, body: bodies.actsAs })
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(eq(meetings.id, id))
    .for("update", { of: meetings });
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/**
 * @throws AppError CONFLICT with the current version, if somebody else changed the meeting first
 */
export function refuseStaleMeeting({ meeting }: LoadedMeeting, version: number): void {
  if (meeting.version !== version) throw new AppError("CONFLICT", { current: { version: String(meeting.version) } });
}

/**
 * @throws AppError MEETING_CLOSED, because the decisions of a closed meeting do not change;
 *   MEETING_OFF if it is cancelled
 */
export function refuseClosedMeeting({ meeting }: LoadedMeeting): void {
  if (meeting.state === "closed") throw new AppError("MEETING_CLOSED");
  if (meeting.state === "cancelled") throw new AppError("MEETING_OFF");
}

/**
 * The day on which the meeting's decisions take effect: its last day.
 * @throws AppError INVALID_INPUT at `meetingId` if the day is unknown or in the future
 */
export function dayOfEffect({ meeting }: LoadedMeeting, context: Context): string {
  const refuse = (code: "MEETING_DAY_UNKNOWN" | "DAY_AHEAD") =>
    new AppError("INVALID_INPUT", { fields: [{ field: "meetingId", code }] });
  if (meeting.lastOn === null) throw refuse("MEETING_DAY_UNKNOWN");
  if (meeting.lastOn > today(context)) throw refuse("DAY_AHEAD");
  return meeting.lastOn;
}
