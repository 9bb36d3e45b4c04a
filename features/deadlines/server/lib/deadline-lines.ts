import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { meetings } from "@/db/schema/meetings";
import { milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import type { MeetingDays } from "@/domain/deadlines";
import { type OffState, offState } from "@/domain/meeting-state";
import type { Actor } from "@/domain/roles";
import type { DeadlineRow } from "./deadline-rows";
import { readOwnDeadlines } from "./own-deadline-lines";

type Named = { id: number; code: string; en: string | null; lo: string | null };

/** A day of any kind, with what it is about. */
export type DeadlineLine = DeadlineRow & {
  /** Stable key of the row: `deadline-7`, `meeting-3`, `completion_report-12`. */
  key: string;
  doneOn: string | null;
  /** As people entered it; null for rules, whose labels are messages. */
  titleEn: string | null;
  titleLo: string | null;
  entry: Named | null;
  meeting: Named | null;
  /** Set if it is a meeting, or counted from one, that is postponed or cancelled. */
  off: OffState | null;
  /** Set for meetings only, as precise as they are known. */
  days: MeetingDays | null;
  deadlineId: number | null;
  isSample: boolean;
  version: number;
};

type Scope = { db: Database; actor: Actor; today: string };

/** Adds to the rows what they are about; their order stays. */
export async function describeDeadlines(scope: Scope, rows: readonly DeadlineRow[]): Promise<DeadlineLine[]> {
  const idsOf = (isWanted: (row: DeadlineRow) => boolean) => rows.filter(isWanted).map(({ id }) => id);
  const [ofDeadlines, ofMeetings, ofEntries] = await Promise.all([
    describeMilestones(
      scope,
      idsOf(({ kind }) => kind === "milestone"),
    ),
    describeMeetings(
      scope,
      idsOf(({ kind }) => kind === "meeting"),
    ),
    describeEntries(
      scope,
      idsOf(({ kind }) => kind !== "milestone" && kind !== "meeting"),
    ),
  ]);
  return rows.flatMap(({ kind, id, dueOn, endOn, state, isPlanned }) => {
    const about = (kind === "milestone" ? ofDeadlines : kind === "meeting" ? ofMeetings : ofEntries).get(id);
    return about ? [{ key: `${kind}-${id}`, kind, id, dueOn, endOn, state, isPlanned, ...about }] : [];
  });
}

type About = Omit<DeadlineLine, keyof DeadlineRow | "key">;

async function describeMilestones(scope: Scope, ids: number[]): Promise<Map<number, About>> {
  const rows =
    ids.length === 0 ? [] : await readOwnDeadlines({ ...scope, limit: ids.length }, inArray(milestones.id, ids));
  return new Map(
    rows.map((row) => {
      const { id, titleEn, titleLo, doneOn, isSample, version, entryId, code } = row;
      const { meetingId, meetingCode, meetingEn, meetingLo } = row;
      const entry = entryId === null ? null : { id: entryId, code: code ?? "", en: row.entryEn, lo: row.entryLo };
      const meeting =
        meetingId === null ? null : { id: meetingId, code: meetingCode ?? "", en: meetingEn, lo: meetingLo };
      const own = { doneOn, titleEn, titleLo, entry, meeting, off: row.meetingOff };
      return [id, { ...own, days: null, deadlineId: id, isSample, version }];
    }),
  );
}

const unwritten = { doneOn: null, titleEn: null, titleLo: null, deadlineId: null } as const;

async function describeMeetings({ db }: Scope, ids: number[]): Promise<Map<number, About>> {
  const rows = ids.length === 0 ? [] : await db.select().from(meetings).where(inArray(meetings.id, ids));
  return new Map(
    rows.map((row) => {
      const { id, code, titleEn, titleLo, isSample, version } = row;
      const meeting = { id, code, en: titleEn, lo: titleLo };
      const own = { titleEn, titleLo, entry: null, meeting, off: offState(row.state) };
      return [id, { ...unwritten, ...own, days: row, isSample, version }];
    }),
  );
}

async function describeEntries({ db }: Scope, ids: number[]): Promise<Map<number, About>> {
  if (ids.length === 0) return new Map();
  const { code, titleEn: en, titleLo: lo, isSample } = activities;
  const rows = await db
    .select({ id: planEntries.id, version: planEntries.version, code, en, lo, isSample })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .where(inArray(planEntries.id, ids));
  return new Map(
    rows.map(({ version, isSample, ...entry }) => [
      entry.id,
      { ...unwritten, entry, meeting: null, off: null, days: null, isSample, version },
    ]),
  );
}
