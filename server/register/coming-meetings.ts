import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { comingStates } from "@/domain/meeting-state";

const { id, code, titleEn, titleLo, placeEn, placeLo, firstOn, firstPrecision, lastOn, lastPrecision } = meetings;

/** The columns of a meeting's row in a list. */
export const meetingLine = {
  id,
  code,
  titleEn,
  titleLo,
  placeEn,
  placeLo,
  firstOn,
  firstPrecision,
  lastOn,
  lastPrecision,
};

const soonest = sql`${lastOn} asc nulls last`;

/**
 * Condition for meetings neither closed, cancelled nor past; one without a day counts as still to
 * come.
 * @param day `YYYY-MM-DD`
 */
export function isToCome(day: string): SQL<boolean> {
  return sql`(${and(inArray(meetings.state, [...comingStates]), or(isNull(lastOn), sql`${lastOn} >= ${day}`))})`;
}

/**
 * The next joint meeting of each partner that has one, by the partner's id.
 * @param day `YYYY-MM-DD`
 */
export async function nextJointMeetings(db: Database, day: string) {
  const rows = await db
    .selectDistinctOn([meetings.partnerId], { ...meetingLine, partnerId: meetings.partnerId })
    .from(meetings)
    .where(and(isNotNull(meetings.partnerId), isToCome(day)))
    .orderBy(asc(meetings.partnerId), soonest, asc(id));
  return new Map(rows.map(({ partnerId, ...meeting }) => [partnerId, meeting]));
}

/**
 * The next joint meeting with the partner, and the last one held; null if none is recorded.
 * @param day `YYYY-MM-DD`
 */
export async function jointMeetings(db: Database, partnerId: number, day: string) {
  const ofPartner = eq(meetings.partnerId, partnerId);
  const [[next = null], [last = null]] = await Promise.all([
    db
      .select(meetingLine)
      .from(meetings)
      .where(and(ofPartner, isToCome(day)))
      .orderBy(soonest, asc(id))
      .limit(1),
    db
      .select(meetingLine)
      .from(meetings)
      .where(and(ofPartner, ne(meetings.state, "cancelled"), not(isToCome(day))))
      .orderBy(sql`${lastOn} desc nulls last`, desc(id))
      .limit(1),
  ]);
  return { next, last };
}
