import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { bodies } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { periods } from "@/db/schema/periods";
import { AppError } from "@/domain/errors";
import { jointMeetings, meetingLine } from "@/server/register/coming-meetings";
import type { ReportMeeting } from "../report-data";

type Row = Pick<typeof meetings.$inferSelect, keyof typeof meetingLine>;

function toMeeting({ id: _id, titleEn, titleLo, placeEn, placeLo, ...rest }: Row): ReportMeeting {
  return { ...rest, title: { en: titleEn, lo: titleLo }, place: { en: placeEn, lo: placeLo } };
}

/**
 * The meeting with that code; null for `none`.
 * @throws AppError NOT_FOUND
 */
export async function readMeeting(db: Database, code: string): Promise<ReportMeeting | null> {
  if (code === "none") return null;
  const [row] = await db.select(meetingLine).from(meetings).where(eq(meetings.code, code));
  if (!row) throw new AppError("NOT_FOUND");
  return toMeeting(row);
}

/**
 * The senior officials' meeting to which a cycle's progress is reported: that of the next cycle,
 * which meets in January; otherwise that of the cycle itself; null if neither is recorded.
 */
export async function meetingFor(db: Database, cycle: string, nextCycle: string | null): Promise<ReportMeeting | null> {
  for (const code of [nextCycle, cycle]) {
    if (code === null) continue;
    const [row] = await db
      .select(meetingLine)
      .from(meetings)
      .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
      .innerJoin(periods, eq(periods.id, meetings.cycleId))
      .where(and(eq(bodies.code, "ADGSOM"), eq(periods.code, code)))
      .orderBy(asc(meetings.lastOn), asc(meetings.id))
      .limit(1);
    if (row) return toMeeting(row);
  }
  return null;
}

/**
 * The next joint meeting with the partner and the last one held; each null if none is recorded.
 * @param day `YYYY-MM-DD`
 */
export async function readJointMeetings(db: Database, partnerId: number, day: string) {
  const { next, last } = await jointMeetings(db, partnerId, day);
  return { next: next && toMeeting(next), last: last && toMeeting(last) };
}
