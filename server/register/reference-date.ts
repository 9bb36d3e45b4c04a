import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { DayPrecision } from "@/domain/vocabulary";

/**
 * Each period with its reference date: today, or, for a period that is over, the last day of its
 * last recorded meeting (the period's last day if no meeting is recorded). Meetings refer to their
 * work cycle; those of another period are the ones within its days. Columns: period_id, is_over,
 * met_on, meeting_id, starts_on, day.
 * @param today the present day in Vientiane, `YYYY-MM-DD`
 */
export function referenceDates(today: string): SQL {
  return sql`(
    select p.id as period_id, p.starts_on, p.ends_on < ${today}::date as is_over, met.id as meeting_id, met.last_on as met_on,
      case when p.ends_on < ${today}::date then coalesce(met.last_on, p.ends_on) else ${today}::date end as day
    from periods p
    left join lateral (
      select m.id, m.last_on from meetings m
      where m.last_on <= ${today}::date
        and (m.cycle_id = p.id or (p.kind <> 'work_cycle' and m.last_on between p.starts_on and p.ends_on))
      order by m.last_on desc, m.id desc
      limit 1
    ) met on true
  )`;
}

/**
 * The first instant after that day in Vientiane; what took effect before it was known on the day.
 */
export function endOfDay(day: SQL): SQL {
  return sql`((${day} + 1)::timestamp - interval '7 hours') at time zone 'UTC'`;
}

/** The title of a meeting, and when it was or will be. */
export type MeetingLine = {
  id: number;
  code: string;
  titleEn: string;
  titleLo: string | null;
  placeEn: string | null;
  placeLo: string | null;
  firstOn: string | null;
  firstPrecision: DayPrecision;
  lastOn: string | null;
  lastPrecision: DayPrecision;
};

export const meetingColumns = sql`m.id, m.code, m.title_en as "titleEn", m.title_lo as "titleLo", m.place_en as "placeEn",
  m.place_lo as "placeLo", m.first_on::text as "firstOn", m.first_precision as "firstPrecision",
  m.last_on::text as "lastOn", m.last_precision as "lastPrecision"`;

export type ReferenceDate = { day: string; isOver: boolean; meeting: MeetingLine | null };

/** The reference date of one period, and the meeting it comes from. */
export async function readReferenceDate(db: Database, periodId: number, today: string): Promise<ReferenceDate> {
  const { rows } = await db.execute<MeetingLine & { day: string; isOver: boolean; code: string | null }>(sql`
    select r.day::text as day, r.is_over as "isOver", ${meetingColumns}
    from ${referenceDates(today)} r left join meetings m on m.id = r.meeting_id
    where r.period_id = ${periodId}`);
  const [row] = rows;
  if (!row) return { day: today, isOver: false, meeting: null };
  const { day, isOver, ...meeting } = row;
  return { day, isOver, meeting: meeting.code === null ? null : meeting };
}
