import "server-only";
import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { bodies } from "@/db/schema/bodies";
import { folded } from "@/db/schema/folded";
import { agendaItems, meetings } from "@/db/schema/meetings";
import { matchesWords } from "@/server/matches-words";
import { excerptBeside, type Found, totalOf, type Wanted } from "./hit";

/** Meetings by code, title, place, theme and chair, and by the items of their agenda. */
export async function findMeetings(wanted: Wanted): Promise<Found> {
  const { db, typed, limit, offset } = wanted;
  const onAgenda = matchesWords(folded.agendaItem, typed);
  const rows = await db
    .select({
      total: sql<number>`count(*) over ()::int`,
      meeting: meetings,
      bodyEn: bodies.nameEn,
      bodyLo: bodies.nameLo,
    })
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(
      or(
        matchesWords(folded.meeting, typed),
        inArray(meetings.id, db.select({ id: agendaItems.meetingId }).from(agendaItems).where(onAgenda)),
      ),
    )
    .orderBy(
      desc(sql`lower(${meetings.code}) = lower(${typed.trim()})`),
      sql`${meetings.lastOn} desc nulls last`,
      desc(meetings.id),
    )
    .limit(limit)
    .offset(offset);
  const ids = rows.map(({ meeting }) => meeting.id);
  const items =
    ids.length === 0
      ? []
      : await db
          .select({ meetingId: agendaItems.meetingId, en: agendaItems.titleEn, lo: agendaItems.titleLo })
          .from(agendaItems)
          .where(and(inArray(agendaItems.meetingId, ids), onAgenda));
  const hits = rows.map(({ meeting, bodyEn, bodyLo }) => {
    const { id, code, titleEn: en, titleLo: lo, placeEn, placeLo, themeEn, themeLo, chairName } = meeting;
    const agenda = items.filter(({ meetingId }) => meetingId === id).flatMap((item) => [item.en, item.lo]);
    return {
      id,
      code,
      title: { en, lo },
      of: { en: bodyEn, lo: bodyLo },
      excerpt: excerptBeside(
        { code, title: { en, lo } },
        [placeEn, placeLo, themeEn, themeLo, chairName, ...agenda],
        wanted,
      ),
    };
  });
  return { total: totalOf(rows), hits };
}
