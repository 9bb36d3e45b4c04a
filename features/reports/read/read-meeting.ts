import "server-only";
import { and, asc, eq, gte } from "drizzle-orm";
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

const ofSeniorOfficials = eq(bodies.code, "ADGSOM");

/** The next senior officials' meeting that is not over on that day; null if none is recorded. */
export async function comingMeeting(db: Database, day: string): Promise<ReportMeeting | null> {
  const [row] = await db
    .select(meetingLine)
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(and(ofSeniorOfficials, gte(meetings.lastOn, day)))
    .orderBy(asc(meetings.lastOn), asc(meetings.id))
    .limit(1);
  return row ? toMeeting(row) : null;
}

/**
 * The senior officials' meeting to which a cycle's progress is reported: the first one to come of
 * these cycles, otherwise the first one of them that is recorded; null if none is.
 * @param cycles codes, the next cycle first, whose meeting in January hears of the one before
 * @param day `YYYY-MM-DD`
 */
export async function meetingFor(
  db: Database,
  cycles: readonly (string | null)[],
  day: string,
): Promise<ReportMeeting | null> {
  const found: ReportMeeting[] = [];
  for (const code of cycles) {
    if (code === null) continue;
    const rows = await db
      .select(meetingLine)
      .from(meetings)
      .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
      .innerJoin(periods, eq(periods.id, meetings.cycleId))
      .where(and(ofSeniorOfficials, eq(periods.code, code)))
      .orderBy(asc(meetings.lastOn), asc(meetings.id));
    found.push(...rows.map(toMeeting));
  }
  return found.find(({ lastOn }) => lastOn !== null && lastOn >= day) ?? found[0] ?? null;
}

/**
 * The next joint meeting with the partner and the last one held; each null if none is recorded.
 * @param day `YYYY-MM-DD`
 */
export async function readJointMeetings(db: Database, partnerId: number, day: string) {
  const { next, last } = await jointMeetings(db, partnerId, day);
  return { next: next && toMeeting(next), last: last && toMeeting(last) };
}
